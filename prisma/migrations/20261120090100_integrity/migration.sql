-- What the schema language cannot say: closed sets, updated_at, partial indexes, row-level security.

-- ---------------------------------------------------------------- closed sets and ranges
ALTER TABLE memberships ADD CONSTRAINT memberships_role_check CHECK (role IN ('OWNER', 'ADMIN', 'EDITOR', 'VIEWER'));
ALTER TABLE data_sources
  ADD CONSTRAINT data_sources_kind_check CHECK (kind IN ('POSTGRESQL')),
  ADD CONSTRAINT data_sources_state_check CHECK (state IN ('UNCHECKED', 'OK', 'FAILED')),
  ADD CONSTRAINT data_sources_limits_check CHECK (
    statement_timeout_ms BETWEEN 100 AND 3600000 AND row_limit BETWEEN 1 AND 1000000
    AND connection_limit BETWEEN 1 AND 50 AND cache_seconds BETWEEN 0 AND 86400);
ALTER TABLE query_runs
  ADD CONSTRAINT query_runs_state_check CHECK (state IN ('COMPLETED', 'FAILED', 'CANCELLED')),
  ADD CONSTRAINT query_runs_purpose_check CHECK (purpose IN ('DASHBOARD', 'REPORT', 'EDITOR'));
ALTER TABLE dashboards
  ADD CONSTRAINT dashboards_type_check CHECK (type IN ('PERSONAL', 'DEPARTMENT', 'EXECUTIVE', 'SYSTEM')),
  ADD CONSTRAINT dashboards_visibility_check CHECK (visibility IN ('PRIVATE', 'WORKSPACE'));
ALTER TABLE widgets ADD CONSTRAINT widgets_layout_check
  CHECK (x >= 0 AND y >= 0 AND w BETWEEN 1 AND 12 AND h BETWEEN 1 AND 100 AND x + w <= 12);
ALTER TABLE report_definitions
  ADD CONSTRAINT report_definitions_type_check CHECK (type IN ('DASHBOARD', 'COMPLIANCE', 'OPERATIONAL', 'CUSTOM', 'EXECUTIVE')),
  ADD CONSTRAINT report_definitions_visibility_check CHECK (visibility IN ('PRIVATE', 'WORKSPACE'));
ALTER TABLE report_executions
  ADD CONSTRAINT report_executions_state_check CHECK (state IN
    ('PENDING', 'RUNNING', 'COMPLETED', 'PARTIAL', 'HELD', 'SKIPPED', 'FAILED', 'EXPIRED', 'CANCELLED')),
  ADD CONSTRAINT report_executions_trigger_check CHECK (trigger IN ('SCHEDULE', 'MANUAL', 'TEST')),
  ADD CONSTRAINT report_executions_progress_check CHECK (progress BETWEEN 0 AND 100);
ALTER TABLE report_files
  ADD CONSTRAINT report_files_format_check CHECK (format IN ('PDF', 'XLSX', 'CSV', 'HTML')),
  ADD CONSTRAINT report_files_bytes_check CHECK (bytes >= 0);
ALTER TABLE report_schedules
  ADD CONSTRAINT report_schedules_kind_check CHECK (kind IN ('CRON', 'MANUAL')),
  ADD CONSTRAINT report_schedules_state_check CHECK (state IN ('ACTIVE', 'PAUSED', 'DISABLED', 'ERROR')),
  ADD CONSTRAINT report_schedules_cron_check CHECK (kind <> 'CRON' OR cron IS NOT NULL),
  ADD CONSTRAINT report_schedules_dates_check CHECK (starts_at IS NULL OR ends_at IS NULL OR ends_at >= starts_at),
  ADD CONSTRAINT report_schedules_failures_check CHECK (consecutive_failures >= 0 AND max_failures >= 1);
ALTER TABLE distribution_lists ADD CONSTRAINT distribution_lists_kind_check CHECK (kind IN ('STATIC'));
ALTER TABLE distribution_list_members ADD CONSTRAINT distribution_list_members_state_check CHECK (state IN ('ACTIVE', 'INACTIVE'));
ALTER TABLE delivery_logs
  ADD CONSTRAINT delivery_logs_state_check CHECK (state IN
    ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'COMPLAINED', 'FAILED', 'SUPPRESSED', 'HELD', 'UNKNOWN')),
  ADD CONSTRAINT delivery_logs_channel_check CHECK (channel IN ('EMAIL')),
  ADD CONSTRAINT delivery_logs_kind_check CHECK (kind IN ('TO', 'CC', 'BCC'));
ALTER TABLE suppressions ADD CONSTRAINT suppressions_reason_check CHECK (reason IN ('BOUNCE', 'COMPLAINT', 'UNSUBSCRIBE', 'ADMIN'));
ALTER TABLE notifications ADD CONSTRAINT notifications_kind_check CHECK (kind IN ('EXECUTION_HELD', 'EXECUTION_FAILED', 'SCHEDULE_DISABLED', 'DELIVERY_FAILED', 'MISSED_RUN'));
ALTER TABLE job_runs ADD CONSTRAINT job_runs_state_check CHECK (state IN ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'));
ALTER TABLE job_tasks ADD CONSTRAINT job_tasks_kind_check CHECK (kind IN ('call', 'timer'));

-- ---------------------------------------------------------------- names, unique among what is not deleted
CREATE UNIQUE INDEX data_sources_name_key ON data_sources (workspace_id, lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX queries_name_key ON queries (workspace_id, lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX dashboards_name_key ON dashboards (workspace_id, lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX report_definitions_name_key ON report_definitions (workspace_id, lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX report_schedules_name_key ON report_schedules (workspace_id, lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX distribution_lists_name_key ON distribution_lists (workspace_id, lower(name)) WHERE deleted_at IS NULL;

-- ---------------------------------------------------------------- what the jobs look for
CREATE INDEX report_schedules_due_idx ON report_schedules (next_run_at) WHERE state = 'ACTIVE' AND deleted_at IS NULL;
CREATE INDEX report_executions_open_idx ON report_executions (updated_at) WHERE state IN ('PENDING', 'RUNNING');
CREATE INDEX delivery_logs_open_idx ON delivery_logs (updated_at) WHERE state IN ('QUEUED', 'SENDING');
CREATE INDEX job_events_unrouted_idx ON job_events (created_at) WHERE routed_at IS NULL;
CREATE INDEX job_steps_waiting_idx ON job_steps (name) WHERE result IS NULL;
CREATE INDEX job_runs_running_idx ON job_runs (function_id) WHERE state = 'RUNNING';

-- ---------------------------------------------------------------- updated_at
CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;

DO $$
DECLARE name text;
BEGIN
  FOR name IN
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'updated_at'
  LOOP
    EXECUTE format('CREATE TRIGGER touch_updated_at BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION touch_updated_at()', name);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- row-level security
-- The application sets both per transaction. Unset means: no row of any workspace.
CREATE FUNCTION app_workspace_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

DO $$
DECLARE name text;
BEGIN
  FOR name IN
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'workspace_id'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY workspace_isolation ON %I USING (workspace_id = app_workspace_id()) WITH CHECK (workspace_id = app_workspace_id())', name);
  END LOOP;
END $$;

-- Before a workspace is chosen a person sees their own memberships and the workspaces behind them.
CREATE POLICY own_memberships ON memberships FOR SELECT USING (user_id = app_user_id());
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
CREATE POLICY workspace_isolation ON workspaces USING (id = app_workspace_id()) WITH CHECK (id = app_workspace_id());
CREATE POLICY own_workspaces ON workspaces FOR SELECT USING (
  EXISTS (SELECT 1 FROM memberships m WHERE m.workspace_id = workspaces.id AND m.user_id = app_user_id()));

-- ---------------------------------------------------------------- the few questions asked across workspaces
-- They run as the owner and give away ids only; the work itself happens inside one workspace.
CREATE FUNCTION due_schedules(p_now timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.workspace_id, s.id FROM report_schedules s
  WHERE s.state = 'ACTIVE' AND s.deleted_at IS NULL AND s.next_run_at <= p_now
  ORDER BY s.next_run_at LIMIT p_limit
$$;

CREATE FUNCTION stalled_executions(p_before timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid, state text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.workspace_id, e.id, e.state FROM report_executions e
  WHERE e.state IN ('PENDING', 'RUNNING') AND e.updated_at < p_before
  ORDER BY e.updated_at LIMIT p_limit
$$;

CREATE FUNCTION stalled_deliveries(p_before timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid, state text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.workspace_id, d.id, d.state FROM delivery_logs d
  WHERE d.state IN ('QUEUED', 'SENDING') AND d.updated_at < p_before
  ORDER BY d.updated_at LIMIT p_limit
$$;

CREATE FUNCTION expired_files(p_now timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.workspace_id, f.id FROM report_files f WHERE f.expires_at <= p_now ORDER BY f.expires_at LIMIT p_limit
$$;

CREATE FUNCTION expired_cache_entries(p_now timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE removed integer;
BEGIN
  DELETE FROM analytics_cache WHERE expires_at <= p_now;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

-- What a job needs to act inside a workspace, and nothing more.
CREATE FUNCTION workspace_settings(p_id uuid)
RETURNS TABLE (id uuid, slug text, name text, zone text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id, w.slug, w.name, w.zone, w.locale FROM workspaces w WHERE w.id = p_id
$$;
