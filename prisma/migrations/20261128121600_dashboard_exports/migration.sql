-- A dashboard as a file is an export like the result of a query.
ALTER TABLE result_exports
  ALTER COLUMN data_source_id DROP NOT NULL,
  ADD COLUMN dashboard_id uuid,
  ADD COLUMN progress integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT result_exports_of_check CHECK (num_nonnulls(data_source_id, dashboard_id) = 1),
  ADD CONSTRAINT result_exports_progress_check CHECK (progress BETWEEN 0 AND 100),
  ADD CONSTRAINT result_exports_workspace_id_dashboard_id_fkey FOREIGN KEY (workspace_id, dashboard_id)
    REFERENCES dashboards (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  DROP CONSTRAINT result_exports_format_check,
  ADD CONSTRAINT result_exports_format_check CHECK (
    format IN ('CSV', 'XLSX')
    OR (format IN ('JSONL', 'PARQUET') AND data_source_id IS NOT NULL)
    OR (format IN ('PDF', 'PNG') AND dashboard_id IS NOT NULL));
CREATE INDEX result_exports_workspace_id_dashboard_id_idx ON result_exports (workspace_id, dashboard_id);
