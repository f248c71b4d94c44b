"use client";

import type { z } from "zod";
import type { CreateDataSourceInput, DataSourceDto, SourceKind } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { FilesForm } from "./files-form";
import { ServerForm, type ServerFormProps } from "./server-form";

type NewSourceProps = Omit<ServerFormProps, "kind" | "source" | "save"> & {
  kind: SourceKind;
  save: ServerAction<z.input<typeof CreateDataSourceInput>, DataSourceDto>;
};

export function NewSource({ kind, save, ...props }: NewSourceProps) {
  if (kind === "FILES") return <FilesForm {...props} save={(values) => save({ ...values, kind })} />;
  return <ServerForm {...props} kind={kind} save={(values) => save({ ...values, kind })} />;
}
