-- Whose a dashboard is: sharing, versions, drafts, what it is to each reader, where people start.

-- ---------------------------------------------------------------- columns
ALTER TABLE dashboards
  ADD COLUMN tags text[] NOT NULL DEFAULT ARRAY[]::text[],
  ADD COLUMN department_id uuid,
  ADD COLUMN job_roles text[] NOT NULL DEFAULT ARRAY[]::text[],
  ADD COLUMN is_open_to_editors boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT dashboards_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments (id) ON DELETE SET NULL ON UPDATE CASCADE,
  DROP CONSTRAINT dashboards_visibility_check,
  ADD CONSTRAINT dashboards_visibility_check CHECK (visibility IN ('PRIVATE', 'DEPARTMENT', 'ROLE', 'WORKSPACE'));
CREATE INDEX dashboards_department_id_idx ON dashboards (department_id);
CREATE UNIQUE INDEX departments_workspace_id_id_key ON departments (workspace_id, id);

-- The owner of a dashboard saved its figures, or saw who did.
ALTER TABLE widgets ADD COLUMN vouched_by_id uuid;
UPDATE widgets w SET vouched_by_id = d.owner_id FROM dashboards d
  WHERE d.workspace_id = w.workspace_id AND d.id = w.dashboard_id AND w.query_id IS NOT NULL;

-- ---------------------------------------------------------------- tables
CREATE TABLE dashboard_shares (
  id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  dashboard_id uuid NOT NULL,
  user_id uuid,
  department_id uuid,
  access text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT dashboard_shares_pkey PRIMARY KEY (id),
  CONSTRAINT dashboard_shares_access_check CHECK (access IN ('VIEW', 'EDIT')),
  CONSTRAINT dashboard_shares_with_check CHECK (num_nonnulls(user_id, department_id) = 1),
  CONSTRAINT dashboard_shares_workspace_id_dashboard_id_fkey FOREIGN KEY (workspace_id, dashboard_id)
    REFERENCES dashboards (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT dashboard_shares_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id)
    REFERENCES memberships (workspace_id, user_id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT dashboard_shares_workspace_id_department_id_fkey FOREIGN KEY (workspace_id, department_id)
    REFERENCES departments (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX dashboard_shares_workspace_id_id_key ON dashboard_shares (workspace_id, id);
CREATE UNIQUE INDEX dashboard_shares_dashboard_id_user_id_key ON dashboard_shares (dashboard_id, user_id);
CREATE UNIQUE INDEX dashboard_shares_dashboard_id_department_id_key ON dashboard_shares (dashboard_id, department_id);
CREATE INDEX dashboard_shares_workspace_id_dashboard_id_idx ON dashboard_shares (workspace_id, dashboard_id);
CREATE INDEX dashboard_shares_workspace_id_user_id_idx ON dashboard_shares (workspace_id, user_id);
CREATE INDEX dashboard_shares_workspace_id_department_id_idx ON dashboard_shares (workspace_id, department_id);

CREATE TABLE dashboard_versions (
  id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  dashboard_id uuid NOT NULL,
  number integer NOT NULL,
  document jsonb NOT NULL,
  note text NOT NULL DEFAULT '',
  author_id uuid,
  author_name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT dashboard_versions_pkey PRIMARY KEY (id),
  CONSTRAINT dashboard_versions_number_check CHECK (number >= 1),
  CONSTRAINT dashboard_versions_workspace_id_dashboard_id_fkey FOREIGN KEY (workspace_id, dashboard_id)
    REFERENCES dashboards (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX dashboard_versions_dashboard_id_number_key ON dashboard_versions (dashboard_id, number);
CREATE INDEX dashboard_versions_workspace_id_dashboard_id_idx ON dashboard_versions (workspace_id, dashboard_id);

CREATE TABLE dashboard_drafts (
  workspace_id uuid NOT NULL,
  dashboard_id uuid NOT NULL,
  user_id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  base_version integer NOT NULL,
  document jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT dashboard_drafts_pkey PRIMARY KEY (dashboard_id, user_id),
  CONSTRAINT dashboard_drafts_numbers_check CHECK (revision >= 1 AND base_version >= 1),
  CONSTRAINT dashboard_drafts_workspace_id_dashboard_id_fkey FOREIGN KEY (workspace_id, dashboard_id)
    REFERENCES dashboards (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT dashboard_drafts_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id)
    REFERENCES memberships (workspace_id, user_id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX dashboard_drafts_workspace_id_dashboard_id_idx ON dashboard_drafts (workspace_id, dashboard_id);
CREATE INDEX dashboard_drafts_workspace_id_user_id_idx ON dashboard_drafts (workspace_id, user_id);
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON dashboard_drafts FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE dashboard_readers (
  workspace_id uuid NOT NULL,
  dashboard_id uuid NOT NULL,
  user_id uuid NOT NULL,
  is_favourite boolean NOT NULL DEFAULT false,
  open_count integer NOT NULL DEFAULT 0,
  last_opened_at timestamptz(3),
  view jsonb,
  CONSTRAINT dashboard_readers_pkey PRIMARY KEY (dashboard_id, user_id),
  CONSTRAINT dashboard_readers_count_check CHECK (open_count >= 0),
  CONSTRAINT dashboard_readers_workspace_id_dashboard_id_fkey FOREIGN KEY (workspace_id, dashboard_id)
    REFERENCES dashboards (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT dashboard_readers_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id)
    REFERENCES memberships (workspace_id, user_id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX dashboard_readers_workspace_id_dashboard_id_idx ON dashboard_readers (workspace_id, dashboard_id);
CREATE INDEX dashboard_readers_workspace_id_user_id_idx ON dashboard_readers (workspace_id, user_id);

CREATE TABLE dashboard_starts (
  id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  dashboard_id uuid NOT NULL,
  user_id uuid,
  job_role text,
  department_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT dashboard_starts_pkey PRIMARY KEY (id),
  CONSTRAINT dashboard_starts_of_check CHECK (num_nonnulls(user_id, job_role, department_id) = 1),
  CONSTRAINT dashboard_starts_workspace_id_dashboard_id_fkey FOREIGN KEY (workspace_id, dashboard_id)
    REFERENCES dashboards (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT dashboard_starts_workspace_id_user_id_fkey FOREIGN KEY (workspace_id, user_id)
    REFERENCES memberships (workspace_id, user_id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT dashboard_starts_workspace_id_department_id_fkey FOREIGN KEY (workspace_id, department_id)
    REFERENCES departments (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX dashboard_starts_workspace_id_user_id_key ON dashboard_starts (workspace_id, user_id);
CREATE UNIQUE INDEX dashboard_starts_workspace_id_job_role_key ON dashboard_starts (workspace_id, job_role);
CREATE UNIQUE INDEX dashboard_starts_workspace_id_department_id_key ON dashboard_starts (workspace_id, department_id);
CREATE INDEX dashboard_starts_workspace_id_dashboard_id_idx ON dashboard_starts (workspace_id, dashboard_id);

-- ---------------------------------------------------------------- what was there before
-- Each dashboard begins its history with what it is now.
INSERT INTO dashboard_versions (id, workspace_id, dashboard_id, number, document, author_id, author_name, created_at)
SELECT gen_random_uuid(), d.workspace_id, d.id, d.version,
  jsonb_build_object('name', d.name, 'description', d.description, 'filters', d.filters, 'settings', d.settings,
    'widgets', coalesce((
      SELECT jsonb_agg(jsonb_build_object('key', w.key, 'queryId', w.query_id, 'visual', w.visual,
        'parameters', w.parameters, 'section', w.section, 'options', w.options,
        'layout', jsonb_build_object('x', w.x, 'y', w.y, 'w', w.w, 'h', w.h)) ORDER BY w.y, w.x)
      FROM widgets w WHERE w.workspace_id = d.workspace_id AND w.dashboard_id = d.id), '[]')),
  d.owner_id, coalesce(u.name, ''), d.updated_at
FROM dashboards d LEFT JOIN users u ON u.id = d.owner_id;

-- ---------------------------------------------------------------- row-level security
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dashboard_shares', 'dashboard_versions', 'dashboard_starts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY workspace_isolation ON %I USING (workspace_id = app_workspace_id()) WITH CHECK (workspace_id = app_workspace_id())', name);
  END LOOP;
  -- Drafts and what a dashboard is to somebody belong to that person alone; jobs act for nobody in particular.
  FOREACH name IN ARRAY ARRAY['dashboard_drafts', 'dashboard_readers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_rows ON %1$I
      USING (workspace_id = app_workspace_id() AND user_id = coalesce(app_user_id(), user_id))
      WITH CHECK (workspace_id = app_workspace_id() AND user_id = coalesce(app_user_id(), user_id))', name);
  END LOOP;
END $$;
