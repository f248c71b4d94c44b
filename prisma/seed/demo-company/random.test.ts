import { expect, test } from "vitest";
import { Random } from "./random";

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.next());
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("the same seed gives the same numbers, another seed others", () => {
  expect(draw(new Random("a"), 50)).toEqual(draw(new Random("a"), 50));
  expect(draw(new Random("a"), 50)).not.toEqual(draw(new Random("b"), 50));
});

test("a fork does not depend on how much its parent has drawn", () => {
  const parent = new Random("a");
  const early = draw(parent.fork("x"), 5);
  draw(parent, 100);
  expect(draw(parent.fork("x"), 5)).toEqual(early);
});

test("uniform, normal and Poisson numbers have their means", () => {
  const random = new Random("means");
  const many = <T>(make: () => T) => Array.from({ length: 20_000 }, make);
  expect(mean(many(() => random.next()))).toBeCloseTo(0.5, 1);
  expect(mean(many(() => random.normal(3, 2)))).toBeCloseTo(3, 1);
  expect(mean(many(() => random.poisson(2.5)))).toBeCloseTo(2.5, 1);
  expect(mean(many(() => random.poisson(90))) / 90).toBeCloseTo(1, 1);
});

test("weights decide how often an item is picked", () => {
  const random = new Random("weights");
  const picks = Array.from({ length: 10_000 }, () => random.weighted([1, 3], (weight) => weight));
  expect(picks.filter((pick) => pick === 3).length / picks.length).toBeCloseTo(0.75, 1);
});

test("a shuffle keeps every item", () => {
  expect(new Random("s").shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
});
