/** Room for the rows of a long table that are not drawn. `height` in pixels. */
export function RowGap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}
