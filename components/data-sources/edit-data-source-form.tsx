"use client";

import type { ComponentProps } from "react";
import type { z } from "zod";
import type { DataSourceDto, UpdateDataSourceInput } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { DataSourceForm } from "./data-source-form";

type EditDataSourceFormProps = Omit<ComponentProps<typeof DataSourceForm>, "save" | "source"> & {
  source: DataSourceDto;
  save: ServerAction<z.input<typeof UpdateDataSourceInput>, DataSourceDto>;
};

export function EditDataSourceForm({ source, save, ...props }: EditDataSourceFormProps) {
  return (
    <DataSourceForm
      {...props}
      source={source}
      save={(values) => save({ ...values, dataSourceId: source.id })}
    />
  );
}
