"use client";

import type { z } from "zod";
import type { DataSourceDto, UpdateDataSourceInput } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { FilesForm } from "./files-form";
import { ServerForm, type ServerFormProps } from "./server-form";

type EditSourceProps = Omit<ServerFormProps, "kind" | "source" | "save"> & {
  source: DataSourceDto;
  save: ServerAction<z.input<typeof UpdateDataSourceInput>, DataSourceDto>;
};

export function EditSource({ source, save, ...props }: EditSourceProps) {
  const { kind, id: dataSourceId } = source;
  if (kind === "FILES")
    return <FilesForm {...props} source={source} save={(values) => save({ ...values, dataSourceId })} />;
  return (
    <ServerForm {...props} kind={kind} source={source} save={(values) => save({ ...values, dataSourceId })} />
  );
}
