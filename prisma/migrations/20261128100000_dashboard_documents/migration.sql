-- Tabs and sections, filters mapped to widgets, widgets that need no rows.
ALTER TABLE dashboards ADD COLUMN settings jsonb NOT NULL DEFAULT '{}';
ALTER TABLE widgets
  ALTER COLUMN query_id DROP NOT NULL,
  ADD COLUMN section text NOT NULL DEFAULT 'main',
  ADD COLUMN options jsonb NOT NULL DEFAULT '{}';
