"use client";

import { useId, useMemo, useState } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { SearchBox } from "@/components/forms/search-box";
import { Button } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { AddMembers } from "./add-members";
import type { ListValues } from "./list-form";
import { MemberRow } from "./member-row";
import { addedWords, matchingRows, memberProblems, newMembers } from "./member-rules";
import type { WrittenMember } from "./read-members";

/** Rows drawn at once; a list may hold thousands. */
const PAGE_SIZE = 50;
const SEARCH_FROM = 10;

/** The people of a list: added by pasting, changed in place, checked row by row. */
export function MembersField() {
  const { control } = useFormContext<ListValues>();
  const { fields, prepend, remove } = useFieldArray({ control, name: "members" });
  const members = useWatch({ control, name: "members" });
  const problems = useMemo(() => memberProblems(members), [members]);
  const [words, setWords] = useState("");
  const [onlyWrong, setOnlyWrong] = useState(false);
  const [page, setPage] = useState(1);
  const titleId = useId();

  // When the last wrong row is put right, everything is shown again.
  const rows = matchingRows(members, words, problems, onlyWrong && problems.size > 0);
  const lastPage = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const shownPage = Math.min(page, lastPage);
  const shown = rows.slice((shownPage - 1) * PAGE_SIZE, shownPage * PAGE_SIZE);

  function add(written: WrittenMember[]): string {
    const added = newMembers(members, written);
    // On top, where one sees what came in.
    prepend(added, { shouldFocus: false });
    setWords("");
    setPage(1);
    return addedWords(added.length, written.length);
  }

  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <h2 id={titleId} className="text-13 font-medium text-ink">
        Members <span className="font-normal text-ink-2">{members.length.toLocaleString("en-GB")}</span>
      </h2>
      <AddMembers onAdd={add} />
      {problems.size > 0 ? (
        <p className="flex flex-wrap items-center gap-2 text-13 text-bad">
          {problems.size === 1 ? "One row needs a change." : `${problems.size} rows need a change.`}
          <Button size="sm" aria-pressed={onlyWrong} onClick={() => setOnlyWrong(!onlyWrong)}>
            {onlyWrong ? "Show all rows" : "Show only these"}
          </Button>
        </p>
      ) : null}
      {members.length >= SEARCH_FROM ? (
        <SearchBox className="max-w-xs" label="Search members" value={words} onChange={setWords} />
      ) : null}
      {shown.length > 0 ? (
        <ul aria-label="Members" className="border-t">
          {shown.map((index) => (
            <MemberRow
              key={fields[index]?.id ?? index}
              index={index}
              problem={problems.get(index)}
              onRemove={() => remove(index)}
            />
          ))}
        </ul>
      ) : (
        <p className="text-13 text-ink-2">
          {members.length === 0
            ? "Nobody is on it yet. A run that finds nobody to send to is held."
            : `Nobody matches “${words}”.`}
        </p>
      )}
      {rows.length > PAGE_SIZE ? (
        <Pagination
          page={shownPage}
          pageSize={PAGE_SIZE}
          total={rows.length}
          noun="members"
          onPageChange={setPage}
        />
      ) : null}
    </section>
  );
}
