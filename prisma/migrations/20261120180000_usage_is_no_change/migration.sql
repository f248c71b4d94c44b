-- Counting an opening is not a change: it must not make the dashboard look edited.
DROP TRIGGER touch_updated_at ON dashboards;
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON dashboards FOR EACH ROW
  WHEN (OLD.usage_count IS NOT DISTINCT FROM NEW.usage_count)
  EXECUTE FUNCTION touch_updated_at();
