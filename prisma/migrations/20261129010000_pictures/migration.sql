-- Images that dashboards show; the bytes are in the file store.
CREATE TABLE pictures (
  id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  storage_key text NOT NULL,
  sha256 text NOT NULL,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT pictures_pkey PRIMARY KEY (id),
  CONSTRAINT pictures_media_type_check CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  CONSTRAINT pictures_size_check CHECK (bytes > 0 AND width > 0 AND height > 0),
  CONSTRAINT pictures_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT pictures_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX pictures_workspace_id_id_key ON pictures (workspace_id, id);
CREATE UNIQUE INDEX pictures_workspace_id_sha256_key ON pictures (workspace_id, sha256);
CREATE INDEX pictures_workspace_id_created_at_idx ON pictures (workspace_id, created_at DESC);

ALTER TABLE pictures ENABLE ROW LEVEL SECURITY;
CREATE POLICY workspace_isolation ON pictures
  USING (workspace_id = app_workspace_id()) WITH CHECK (workspace_id = app_workspace_id());
