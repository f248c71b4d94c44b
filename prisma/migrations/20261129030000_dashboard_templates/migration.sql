-- Dashboards that a workspace keeps to begin from: copies, so that what happens to the dashboard does not change them.
CREATE TABLE dashboard_templates (
  id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  document jsonb NOT NULL,
  author_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT dashboard_templates_pkey PRIMARY KEY (id),
  CONSTRAINT dashboard_templates_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX dashboard_templates_workspace_id_id_key ON dashboard_templates (workspace_id, id);
CREATE UNIQUE INDEX dashboard_templates_name_key ON dashboard_templates (workspace_id, lower(name));
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON dashboard_templates FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

ALTER TABLE dashboard_templates ENABLE ROW LEVEL SECURITY;
CREATE POLICY workspace_isolation ON dashboard_templates
  USING (workspace_id = app_workspace_id()) WITH CHECK (workspace_id = app_workspace_id());
