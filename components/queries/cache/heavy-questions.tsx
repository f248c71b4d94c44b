import Link from "next/link";
import type { Place } from "@/components/figures/place";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatBytes, formatDuration } from "@/lib/format/sizes";
import type { HeavyQuestion } from "@/lib/queries/cache/schemas";
import { ClearButton } from "./clear-button";

type HeavyQuestionsProps = {
  slug: string;
  place: Place;
  label: string;
  questions: HeavyQuestion[];
  by: "time" | "room";
};

export function HeavyQuestions({ slug, place, label, questions, by }: HeavyQuestionsProps) {
  const { locale } = place;
  if (questions.length === 0)
    return (
      <p className="py-6 text-sm text-ink-2">
        {by === "time" ? "No source was asked in seven days." : "Nothing is kept."}
      </p>
    );
  return (
    <Table label={label} density="compact">
      <TableHeader>
        <TableRow>
          <TableHead>Question</TableHead>
          <TableHead numeric>{by === "time" ? "Source time" : "Room"}</TableHead>
          <TableHead numeric>{by === "time" ? "Asked" : "Answers"}</TableHead>
          {by === "room" ? (
            <TableHead>
              <span className="sr-only">Clear</span>
            </TableHead>
          ) : null}
        </TableRow>
      </TableHeader>
      <TableBody>
        {questions.map((question, index) => (
          <TableRow key={`${question.queryId} ${question.dataSourceName} ${index}`}>
            <TableCell className="max-w-0 min-w-32 w-full">
              <Question slug={slug} question={question} />
              <p className="truncate text-ink-2">{question.dataSourceName}</p>
            </TableCell>
            <TableCell numeric>
              {by === "time"
                ? formatDuration(question.sourceMs, { locale })
                : formatBytes(question.bytes, { locale })}
            </TableCell>
            <TableCell numeric>
              {(by === "time" ? question.asked : question.entries).toLocaleString(locale)}
            </TableCell>
            {by === "room" ? (
              <TableCell className="text-right">
                {question.queryId && question.queryName ? (
                  <ClearButton
                    slug={slug}
                    locale={locale}
                    scope={{ kind: "query", queryId: question.queryId }}
                    name={question.queryName}
                    entries={question.entries}
                  />
                ) : null}
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Question({ slug, question }: { slug: string; question: HeavyQuestion }) {
  const { queryId, queryName } = question;
  if (!queryId) return <p className="truncate text-ink-2">Not saved, or not yours to see</p>;
  return (
    <Link
      href={`/${slug}/queries/runs?query=${queryId}&sort=slowest`}
      className="block truncate font-medium text-ink hover:underline"
    >
      {queryName}
    </Link>
  );
}
