/** Lists that are loaded page by page. */

export interface Connection<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** All nodes of a list: `load` loads the page after a cursor. At most `most` pages are loaded. */
export async function allPages<Node>(
  load: (after: string | null) => Promise<Connection<Node> | null | undefined>,
  most = 20,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let page = 0; page < most; page += 1) {
    const connection: Connection<Node> | null | undefined = await load(after);
    if (!connection) {
      return nodes;
    }
    nodes.push(...connection.edges.map(({ node }) => node));
    if (!connection.pageInfo.hasNextPage) {
      return nodes;
    }
    after = connection.pageInfo.endCursor;
  }
  throw new Error(`The list has more than ${most} pages.`);
}
