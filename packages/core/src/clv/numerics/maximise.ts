import { inverseOfPositiveDefinite } from './inverseOfPositiveDefinite.js';

/** A function at a point: its value, its first and its second derivatives, these row by row. */
export interface LocalShape {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly number[];
}

/** Where {@link maximise} stopped. */
export interface Maximum {
  readonly point: readonly number[];
  readonly shape: LocalShape;
  readonly iterations: number;
  /** How much higher the function would be at the top of the parabola through the point; Infinity: it bends upwards. */
  readonly expectedGain: number;
  /** Whether that is below {@link LEAST_GAIN}. */
  readonly converged: boolean;
}

/** In units of the function. A gain of 0.5 of a log-likelihood is one standard error, so this is a 20,000th of one. */
const LEAST_GAIN = 1e-9;
const MOST_ITERATIONS = 200;
/** So many steps in a row without a gain: it climbs a slope that rises to infinity ever more slowly. */
const MOST_STALLED = 5;
/** In a logarithm: no step makes a parameter more than about seven times as large or small. */
const LONGEST_STEP = 2;

/**
 * Climbs a smooth function by Newton's method; where the function does not bend down, or a step would lead downhill, the
 * steps become shorter and turn towards the steepest way up. The same start gives the same maximum, bit by bit.
 */
export function maximise(
  shapeAt: (point: readonly number[]) => LocalShape,
  start: readonly number[],
): Maximum {
  let point = start;
  let shape = shapeAt(point);
  let damping = 0;
  let stalled = 0;
  for (let iterations = 0; ; iterations++) {
    const { step, expectedGain } = newtonStep(shape, damping);
    const isUndamped = damping === 0 && step !== undefined;
    if (
      (isUndamped && expectedGain < LEAST_GAIN) ||
      stalled === MOST_STALLED ||
      iterations >= MOST_ITERATIONS
    ) {
      const gain = isUndamped ? expectedGain : newtonStep(shape, 0).expectedGain;
      return { point, shape, iterations, expectedGain: gain, converged: gain < LEAST_GAIN };
    }
    const next =
      step === undefined ? undefined : point.map((coordinate, index) => coordinate + (step[index] ?? 0));
    const nextShape = next === undefined ? undefined : shapeAt(next);
    if (next !== undefined && nextShape !== undefined && isNoLower(nextShape.value, shape.value)) {
      stalled = nextShape.value - shape.value < LEAST_GAIN ? stalled + 1 : 0;
      point = next;
      shape = nextShape;
      damping = damping < 1e-6 ? 0 : damping / 10;
    } else {
      damping = damping === 0 ? 1e-3 : damping * 4;
    }
  }
}

/** Near the top the values of a sum over a million customers differ by their rounding only. */
function isNoLower(next: number, before: number): boolean {
  return next >= before - 1e-12 * Math.abs(before);
}

/** The way to the top of the parabola; with damping, a shorter way that is never downhill. */
function newtonStep({ gradient, hessian }: LocalShape, damping: number) {
  const size = gradient.length;
  const diagonal = gradient.map((_, index) => Math.abs(hessian[index * size + index] ?? 0));
  const added = damping * Math.max(...diagonal, Number.MIN_VALUE);
  const bending = hessian.map((element, place) => -element + (place % (size + 1) === 0 ? added : 0));
  const inverse = inverseOfPositiveDefinite(bending, size);
  if (inverse === undefined) return { step: undefined, expectedGain: Number.POSITIVE_INFINITY };
  const step = gradient.map((_, row) =>
    gradient.reduce((sum, slope, column) => sum + (inverse[row * size + column] ?? 0) * slope, 0),
  );
  const expectedGain = step.reduce((sum, length, index) => sum + (length * (gradient[index] ?? 0)) / 2, 0);
  const longest = Math.max(...step.map(Math.abs));
  const shortened = longest > LONGEST_STEP ? step.map((length) => (length * LONGEST_STEP) / longest) : step;
  return { step: shortened, expectedGain };
}
