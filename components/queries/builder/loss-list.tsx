import { type Losses, lossLines } from "./remove-parts";

/** What a removal takes with it. */
export function LossList({ losses }: { losses: Losses }) {
  return (
    <>
      <p>This falls away with it:</p>
      <ul className="mt-2 list-disc pl-5">
        {lossLines(losses).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-2">You can undo it.</p>
    </>
  );
}
