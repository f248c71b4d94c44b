-- The history of runs has an end: old ones go some at a time, so that no sweep holds the table for long. Rows come in the
-- order of time, so that a few pages say where the old ones are; nothing is sorted by this index.
CREATE INDEX "query_runs_created_at_idx" ON "query_runs" USING BRIN ("created_at");

CREATE FUNCTION expired_query_runs(p_before timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE removed integer;
BEGIN
  DELETE FROM query_runs r USING (
    SELECT o.id, o.created_at FROM query_runs o
    WHERE o.created_at < p_before AND o.state <> 'RUNNING' LIMIT p_limit
  ) old WHERE r.id = old.id AND r.created_at = old.created_at;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

-- A saved query that somebody opens shows its answer.
ALTER TABLE query_runs
  DROP CONSTRAINT query_runs_purpose_check,
  ADD CONSTRAINT query_runs_purpose_check CHECK (purpose IN ('DASHBOARD', 'REPORT', 'LIBRARY', 'EDITOR', 'EXPORT', 'OPTIONS'));
