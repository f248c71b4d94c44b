-- What the schema language cannot say about sources, files, queries and results.

-- ---------------------------------------------------------------- closed sets and ranges
ALTER TABLE workspaces ADD CONSTRAINT workspaces_week_check CHECK (week_starts_on BETWEEN 1 AND 7);
ALTER TABLE data_sources
  DROP CONSTRAINT data_sources_kind_check,
  ADD CONSTRAINT data_sources_kind_check CHECK (kind IN ('POSTGRESQL', 'MYSQL', 'CLICKHOUSE', 'FILES')),
  ADD CONSTRAINT data_sources_export_limit_check CHECK (export_row_limit >= 1);
ALTER TABLE file_tables ADD CONSTRAINT file_tables_numbers_check CHECK (rows >= 0 AND bytes >= 0 AND version >= 0);
ALTER TABLE file_loads
  ADD CONSTRAINT file_loads_format_check CHECK (format IN ('CSV', 'TSV', 'XLSX', 'JSONL', 'PARQUET')),
  ADD CONSTRAINT file_loads_state_check CHECK (state IN ('UPLOADED', 'REQUESTED', 'LOADING', 'LOADED', 'FAILED')),
  ADD CONSTRAINT file_loads_numbers_check CHECK (bytes >= 0 AND rows >= 0 AND emptied_cells >= 0 AND progress BETWEEN 0 AND 100);
ALTER TABLE queries
  ADD CONSTRAINT queries_visibility_check CHECK (visibility IN ('PRIVATE', 'DEPARTMENT', 'ROLE', 'WORKSPACE')),
  ADD CONSTRAINT queries_owner_check CHECK (visibility <> 'DEPARTMENT' OR department_id IS NOT NULL OR owner_id IS NOT NULL);
ALTER TABLE query_runs
  DROP CONSTRAINT query_runs_state_check,
  ADD CONSTRAINT query_runs_state_check CHECK (state IN ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  DROP CONSTRAINT query_runs_purpose_check,
  ADD CONSTRAINT query_runs_purpose_check CHECK (purpose IN ('DASHBOARD', 'REPORT', 'EDITOR', 'EXPORT', 'OPTIONS'));
ALTER TABLE result_exports
  ADD CONSTRAINT result_exports_format_check CHECK (format IN ('CSV', 'XLSX', 'JSONL', 'PARQUET')),
  ADD CONSTRAINT result_exports_state_check CHECK (state IN ('PENDING', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'EXPIRED')),
  ADD CONSTRAINT result_exports_numbers_check CHECK (rows >= 0 AND bytes >= 0 AND access_count >= 0);
ALTER TABLE notifications
  DROP CONSTRAINT notifications_kind_check,
  ADD CONSTRAINT notifications_kind_check CHECK (kind IN ('EXECUTION_HELD', 'EXECUTION_FAILED', 'SCHEDULE_DISABLED',
    'DELIVERY_FAILED', 'MISSED_RUN', 'EXPORT_READY', 'EXPORT_FAILED', 'LOAD_READY', 'LOAD_FAILED'));

-- ---------------------------------------------------------------- what was there before
UPDATE queries SET owner_id = created_by_id, definition = '{"kind": "sql"}'::jsonb || definition;
UPDATE query_versions SET definition = '{"kind": "sql"}'::jsonb || definition;

-- ---------------------------------------------------------------- names and what the jobs look for
CREATE UNIQUE INDEX file_tables_name_key ON file_tables (data_source_id, lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX query_runs_running_idx ON query_runs (created_at) WHERE state = 'RUNNING';
CREATE INDEX query_runs_slow_idx ON query_runs (workspace_id, duration_ms DESC) WHERE NOT from_cache;
CREATE INDEX result_exports_open_idx ON result_exports (updated_at) WHERE state IN ('PENDING', 'RUNNING');
CREATE INDEX result_exports_expiry_idx ON result_exports (expires_at) WHERE state = 'COMPLETED';
CREATE INDEX file_loads_open_idx ON file_loads (updated_at) WHERE state <> 'LOADED';

-- ---------------------------------------------------------------- updated_at
-- Being asked is not a change: it must not make the query look edited.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['file_tables', 'file_loads', 'result_exports'] LOOP
    EXECUTE format('CREATE TRIGGER touch_updated_at BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION touch_updated_at()', name);
  END LOOP;
END $$;
DROP TRIGGER touch_updated_at ON queries;
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON queries FOR EACH ROW
  WHEN (OLD.usage_count IS NOT DISTINCT FROM NEW.usage_count AND OLD.last_run_at IS NOT DISTINCT FROM NEW.last_run_at)
  EXECUTE FUNCTION touch_updated_at();

-- ---------------------------------------------------------------- row-level security
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['data_source_schemas', 'file_tables', 'file_loads', 'query_favourites', 'query_flights', 'result_exports'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY workspace_isolation ON %I USING (workspace_id = app_workspace_id()) WITH CHECK (workspace_id = app_workspace_id())', name);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- the few questions asked across workspaces
CREATE FUNCTION cancel_requested_runs(p_ids uuid[])
RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id FROM query_runs r WHERE r.id = ANY (p_ids) AND r.state = 'RUNNING' AND r.cancel_requested_at IS NOT NULL
$$;

-- A run whose process died is still RUNNING long after its source's time limit.
CREATE FUNCTION close_stalled_query_runs(p_now timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE closed integer;
BEGIN
  UPDATE query_runs r SET state = 'FAILED', error = 'The process that ran it ended before the answer came.'
  FROM data_sources s
  WHERE r.state = 'RUNNING' AND s.id = r.data_source_id AND s.workspace_id = r.workspace_id
    AND r.created_at < p_now - CASE WHEN r.purpose = 'EXPORT' THEN interval '4 hours'
      ELSE make_interval(secs => s.statement_timeout_ms / 1000.0 * 2 + 60) END;
  GET DIAGNOSTICS closed = ROW_COUNT;
  RETURN closed;
END $$;

CREATE FUNCTION expired_exports(p_now timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.workspace_id, e.id FROM result_exports e
  WHERE e.state = 'COMPLETED' AND e.expires_at <= p_now ORDER BY e.expires_at LIMIT p_limit
$$;

CREATE FUNCTION stalled_exports(p_before timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid, state text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.workspace_id, e.id, e.state FROM result_exports e
  WHERE e.state IN ('PENDING', 'RUNNING') AND e.updated_at < p_before ORDER BY e.updated_at LIMIT p_limit
$$;

CREATE FUNCTION stalled_file_loads(p_before timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid, state text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.workspace_id, l.id, l.state FROM file_loads l
  WHERE l.state IN ('REQUESTED', 'LOADING') AND l.updated_at < p_before ORDER BY l.updated_at LIMIT p_limit
$$;

-- Uploads that nobody came back to, and failed ones: their files take up room.
CREATE FUNCTION abandoned_uploads(p_before timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.workspace_id, l.id FROM file_loads l
  WHERE l.state IN ('UPLOADED', 'FAILED') AND l.upload_key IS NOT NULL AND l.updated_at < p_before
  ORDER BY l.updated_at LIMIT p_limit
$$;

CREATE FUNCTION expired_query_flights(p_now timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE removed integer;
BEGIN
  DELETE FROM query_flights WHERE lease_until < p_now - interval '1 hour';
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

-- The least useful answers go first: those not asked for the longest time.
CREATE FUNCTION trim_analytics_cache(p_max_bytes bigint) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE removed integer;
BEGIN
  DELETE FROM analytics_cache c USING (
    SELECT id, sum(bytes) OVER (PARTITION BY workspace_id ORDER BY coalesce(last_hit_at, created_at) DESC, id) AS total
    FROM analytics_cache) kept
  WHERE c.id = kept.id AND kept.total > p_max_bytes;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

-- The week's first day belongs to what a job needs of its workspace.
DROP FUNCTION workspace_settings(uuid);
CREATE FUNCTION workspace_settings(p_id uuid)
RETURNS TABLE (id uuid, slug text, name text, zone text, locale text, week_starts_on integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id, w.slug, w.name, w.zone, w.locale, w.week_starts_on FROM workspaces w WHERE w.id = p_id
$$;
