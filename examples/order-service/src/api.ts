import {
  type Actor,
  type AnyCase,
  type AnyCommand,
  type AnyDecision,
  formatRefusal,
} from '@aftercare/policies';
import type { PGlite } from '@electric-sql/pglite';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import type { Desk, OpenFile } from './desk.js';
import { readOrder } from './orders.js';
import { localeOf, problem, refusalProblem } from './problem.js';
import { workflows } from './workflows.js';

type Environment = { Variables: { actor: Actor } };
type Request = Context<Environment>;

/** The parameters are checked by the policy, which knows them; here they only must be a JSON object. */
const paramsSchema = z.record(z.string(), z.unknown());
const commandSchema = z.strictObject({ type: z.string(), params: paramsSchema });

/** The endpoints of the service. */
export function createApi(database: PGlite, desk: Desk): Hono<Environment> {
  const api = new Hono<Environment>();
  api.use(bodyLimit({ maxSize: 64 * 1024 }));

  api.use(async (context, next) => {
    const token = /^Bearer (.+)$/.exec(context.req.header('Authorization') ?? '')?.[1];
    const { rows } = await database.query<Actor>('SELECT id, role FROM actors WHERE token = $1', [
      token ?? '',
    ]);
    const [actor] = rows;
    if (actor === undefined) return problem(context, 401, 'unknown_actor', 'The token is of nobody.');
    context.set('actor', actor);
    return next();
  });

  const openings = { compensations: 'compensation', returns: 'return' };
  for (const [path, policy] of Object.entries(openings)) {
    api.post(`/orders/:orderId/${path}`, async (context) => {
      const order = await readOrder(database, context.req.param('orderId'));
      const workflow = workflows.get(policy);
      if (order === undefined || workflow === undefined) return notFound(context);
      const type = workflow.policy.definition.opening.on;
      const command = { type, params: await bodyOf(context, paramsSchema), ...headersOf(context) };
      const decision = await desk.open(workflow, order, command, context.var.actor);
      if (decision.ok) context.header('Location', `/cases/${decision.next.id}`);
      return answer(context, desk, decision, 201);
    });
  }

  api.post('/cases/:caseId/commands', async (context) => {
    const command: AnyCommand = { ...(await bodyOf(context, commandSchema)), ...headersOf(context) };
    const decision = await desk.give(context.req.param('caseId'), command, context.var.actor);
    return decision === undefined ? notFound(context) : answer(context, desk, decision, 200);
  });

  api.get('/cases/:caseId', async (context) => {
    const file = await readOwn(desk, context);
    if (file === undefined) return notFound(context);
    const timeline = file.events.map(({ sequence, type, at, by, state }) => ({
      sequence,
      type,
      at,
      by: by.id,
      state,
    }));
    const { effects: shapes } = file.workflow.policy.kind.shape;
    const effects = file.current.effects
      .filter(({ type }) => shapes[type]?.outcome === 'awaited')
      .map(({ key, type, status }) => ({ key, type, status }));
    return caseAnswer(context, file.current, 200, { timeline, effects });
  });

  api.get('/cases/:caseId/commands', async (context) => {
    const file = await readOwn(desk, context);
    if (file === undefined) return notFound(context);
    const locale = localeOf(context);
    const commands = await desk.available(file, context.var.actor);
    return context.json(
      commands.map((one) =>
        one.allowed === false
          ? { command: one.command, allowed: false, why: formatRefusal(one.refusal, locale) }
          : one,
      ),
    );
  });

  api.notFound((context) => notFound(context));
  api.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return context.json({ type: 'urn:order-service:internal', status: 500 }, 500);
  });
  return api;
}

/** What came of a command. A repeated command gets what it got the first time, whatever has happened since. */
async function answer(context: Request, desk: Desk, decision: AnyDecision, status: 200 | 201) {
  if (!decision.ok) return refusalProblem(context, decision.refusal);
  const { duplicateOf, next } = decision;
  const then = duplicateOf === undefined ? next : await desk.readAsOf(next.id, duplicateOf);
  return caseAnswer(context, then, status);
}

function caseAnswer(context: Request, current: AnyCase, status: 200 | 201, more: object = {}): Response {
  context.header('ETag', `"${current.version}"`);
  const { id, policy, state, version } = current;
  return context.json({ id, policy, state, version, ...more }, status);
}

/** The case of the request; customers see their own only. */
async function readOwn(desk: Desk, context: Request): Promise<OpenFile | undefined> {
  const { actor } = context.var;
  const file = await desk.read(context.req.param('caseId') ?? '');
  return actor.role === 'customer' && file?.order.customerId !== actor.id ? undefined : file;
}

/** The id of a command comes from the request's key: for each sender its own, so that nobody takes another's. */
function headersOf(context: Request): { id: string; expectedVersion?: number } {
  const key = context.req.header('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{1,100}$/.test(key)) {
    throw badRequest(context, 'Every POST needs an Idempotency-Key of 1 to 100 visible characters.');
  }
  const id = `request/${context.var.actor.id}/${key}`;
  const match = context.req.header('If-Match');
  if (match === undefined) return { id };
  const version = /^"(\d{1,9})"$/.exec(match)?.[1];
  if (version === undefined) throw badRequest(context, 'If-Match must be the ETag of a case.');
  return { id, expectedVersion: Number(version) };
}

async function bodyOf<Value>(context: Request, schema: z.ZodType<Value>): Promise<Value> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
  if (!parsed.success) throw badRequest(context, 'The body must be a JSON object of the expected form.');
  return parsed.data;
}

function badRequest(context: Request, detail: string): HTTPException {
  return new HTTPException(400, { res: problem(context, 400, 'bad_request', detail) });
}

function notFound(context: Request): Response {
  return problem(context, 404, 'not_found', 'There is nothing here, or it is not yours.');
}
