import { type Day, type Instant, instantOf, type Locale, type ShopCalendar } from '@aftercare/core';
import { type Accepted, type Actor, type Decision, formatRefusal, type KindShape } from '@aftercare/policies';
import type { Scenario } from '@aftercare/policies/testing';

/** One line of a timeline: who did what, and what the case was then. */
export interface TimelineStep {
  readonly at: Instant;
  /** Of the shop. */
  readonly day: Day;
  /** Of the shop, such as `09:30`. */
  readonly time: string;
  readonly by: Actor;
  readonly command: string;
  /** What an outcome is about, such as `refund_payment`; null: the command is about nothing else. */
  readonly effect: string | null;
  readonly amountMinor: number | null;
  /** Pieces that have come back so far; null where nothing is said of them. */
  readonly received: { readonly pieces: number; readonly of: number } | null;
  /** The state after it. */
  readonly state: string;
  readonly stateTitle: Readonly<Record<Locale, string>>;
  /** Why it was refused, for people; null: it was not. */
  readonly refusal: Readonly<Record<Locale, string>> | null;
}

/** What a story tells of a step beside the decision. */
type StepDetails = Partial<Pick<TimelineStep, 'effect' | 'amountMinor' | 'received'>>;

/** Writes down a case while it is played. */
export interface Timeline {
  readonly steps: readonly TimelineStep[];
  /** Lets time pass to a time of a day, counted from the first day of the story. */
  goTo(dayOfStory: number, time: string): void;
  /** Writes down a command that was accepted. */
  done(accepted: Accepted<unknown>, details?: StepDetails): void;
  /** Writes down a command that is refused. It throws if it was accepted. */
  refused(by: Actor, command: string, decision: Decision<unknown>, details?: StepDetails): void;
}

/** The instant at which a day of the shop reaches a time. */
export function momentOf(day: Day, time: string, calendar: ShopCalendar): Instant {
  return instantOf(calendar.nextInDailyWindow(calendar.startOfDay(day), { from: time, to: '23:59' }));
}

/** Begins to write down a scenario that begins on a day. */
export function startTimeline<Shape extends KindShape>(
  scenario: Scenario<Shape>,
  titles: Readonly<Record<string, Readonly<Partial<Record<Locale, string>>>>>,
  firstDay: Day,
  calendar: ShopCalendar,
): Timeline {
  const steps: TimelineStep[] = [];
  let [day, time] = [firstDay, ''];
  const write = (
    by: Actor,
    command: string,
    refusal: TimelineStep['refusal'],
    { effect = null, amountMinor = null, received = null }: StepDetails,
  ) => {
    const { state } = scenario.current;
    const { en = state, 'zh-CN': zh = en } = titles[state] ?? {};
    const stateTitle = { en, 'zh-CN': zh };
    const what = { by, command, effect, amountMinor, received };
    steps.push({ at: scenario.now, day, time, ...what, state, stateTitle, refusal });
  };
  return {
    steps,
    goTo(dayOfStory, clock) {
      day = calendar.addDays(firstDay, dayOfStory);
      time = clock;
      const now = momentOf(day, clock, calendar);
      // Before the first command there is no case that anything could come due in.
      if (scenario.events.length === 0) scenario.now = now;
      else scenario.pass(now);
    },
    done({ events }, details = {}) {
      for (const { by, command } of events) write(by, command.type, null, details);
    },
    refused(by, command, decision, details = {}) {
      if (decision.ok) throw new Error(`The command ${command} was accepted.`);
      const { refusal } = decision;
      const texts = { en: formatRefusal(refusal, 'en'), 'zh-CN': formatRefusal(refusal, 'zh-CN') };
      write(by, command, texts, details);
    },
  };
}
