import { LinkGone } from "@/components/dashboards/links/link-gone";

export default function ShareNotFound() {
  return <LinkGone />;
}
