/**
 * The smallest document React and Recharts can draw into: nodes, attributes, styles. It parses nothing, knows
 * no CSS and fires no events. Charts need effects to draw, so they cannot be rendered to static markup.
 */
export const XHTML = "http://www.w3.org/1999/xhtml";

const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;
const DOCUMENT = 9;

export class FakeNode {
  parentNode: FakeNode | null = null;
  childNodes: FakeNode[] = [];
  constructor(
    readonly nodeType: number,
    readonly nodeName: string,
    readonly ownerDocument: FakeDocument | null,
  ) {}

  get firstChild(): FakeNode | null {
    return this.childNodes[0] ?? null;
  }
  get lastChild(): FakeNode | null {
    return this.childNodes.at(-1) ?? null;
  }
  get nextSibling(): FakeNode | null {
    return this.sibling(1);
  }
  get previousSibling(): FakeNode | null {
    return this.sibling(-1);
  }
  private sibling(distance: 1 | -1): FakeNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + distance] ?? null;
  }
  get parentElement(): FakeNode | null {
    return this.parentNode;
  }
  get isConnected(): boolean {
    return true;
  }

  appendChild<T extends FakeNode>(child: T): T {
    return this.insertBefore(child, null);
  }
  insertBefore<T extends FakeNode>(child: T, before: FakeNode | null): T {
    child.remove();
    child.parentNode = this;
    this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, child);
    return child;
  }
  removeChild<T extends FakeNode>(child: T): T {
    const index = this.childNodes.indexOf(child);
    if (index >= 0) this.childNodes.splice(index, 1);
    child.parentNode = null;
    return child;
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  contains(node: FakeNode | null): boolean {
    for (let current = node; current; current = current.parentNode) if (current === this) return true;
    return false;
  }
  getRootNode(): FakeNode {
    return this.ownerDocument ?? this;
  }

  get textContent(): string {
    return this.childNodes.map((child) => child.textContent).join("");
  }
  set textContent(text: string) {
    for (const child of this.childNodes) child.parentNode = null;
    this.childNodes = [];
    if (text !== "") this.appendChild(new FakeText(text, this.ownerDocument));
  }

  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true;
  }
}

export class FakeText extends FakeNode {
  constructor(
    public data: string,
    document: FakeDocument | null,
    nodeType: number = TEXT,
  ) {
    super(nodeType, nodeType === TEXT ? "#text" : "#comment", document);
  }
  get nodeValue(): string {
    return this.data;
  }
  set nodeValue(text: string) {
    this.data = text;
  }
  override get textContent(): string {
    return this.data;
  }
  override set textContent(text: string) {
    this.data = text;
  }
}

/** Declarations under the names they were set by: camelCase or kebab-case. */
export class FakeStyle {
  [property: string]: unknown;
  setProperty(name: string, value: string): void {
    this[name] = value;
  }
  removeProperty(name: string): void {
    delete this[name];
  }
  getPropertyValue(name: string): string {
    const value = this[name];
    return typeof value === "string" ? value : "";
  }
}

export class FakeElement extends FakeNode {
  readonly attributes = new Map<string, string>();
  readonly style = new FakeStyle();
  readonly tagName: string;
  constructor(
    readonly localName: string,
    readonly namespaceURI: string,
    document: FakeDocument | null,
  ) {
    super(ELEMENT, namespaceURI === XHTML ? localName.toUpperCase() : localName, document);
    this.tagName = this.nodeName;
  }

  get children(): FakeElement[] {
    return this.childNodes.filter((child) => child instanceof FakeElement);
  }
  get id(): string {
    return this.getAttribute("id") ?? "";
  }
  set id(value: string) {
    this.setAttribute("id", value);
  }
  get className(): string {
    return this.getAttribute("class") ?? "";
  }
  set className(value: string) {
    this.setAttribute("class", value);
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_namespace: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  /** Depth first, itself included. */
  find(matches: (element: FakeElement) => boolean): FakeElement | null {
    if (matches(this)) return this;
    for (const child of this.children) {
      const found = child.find(matches);
      if (found) return found;
    }
    return null;
  }
  getElementsByClassName(name: string): FakeElement[] {
    return this.children.flatMap((child) => {
      const own = ` ${child.className} `.includes(` ${name} `) ? [child] : [];
      return [...own, ...child.getElementsByClassName(name)];
    });
  }
  querySelector(): null {
    return null;
  }
  querySelectorAll(): [] {
    return [];
  }
  closest(): null {
    return null;
  }
  focus(): void {}
  blur(): void {}
  get offsetWidth(): number {
    return 0;
  }
  get offsetHeight(): number {
    return 0;
  }
  getBoundingClientRect(): Box {
    return this.ownerDocument?.measure(this) ?? boxOf(0, 0);
  }
}

export type Box = {
  x: number;
  y: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
};

export function boxOf(width: number, height: number): Box {
  return { x: 0, y: 0, left: 0, top: 0, right: width, bottom: height, width, height };
}

export class FakeDocument extends FakeNode {
  readonly documentElement = this.createElement("html");
  readonly head = this.createElement("head");
  readonly body = this.createElement("body");
  readonly activeElement = this.body;
  defaultView: unknown = null;
  constructor(readonly measure: (element: FakeElement) => Box) {
    super(DOCUMENT, "#document", null);
    this.appendChild(this.documentElement);
    this.documentElement.appendChild(this.head);
    this.documentElement.appendChild(this.body);
  }
  createElement(name: string): FakeElement {
    return new FakeElement(name.toLowerCase(), XHTML, this);
  }
  createElementNS(namespace: string, name: string): FakeElement {
    return new FakeElement(name, namespace, this);
  }
  createTextNode(text: string): FakeText {
    return new FakeText(String(text), this);
  }
  createComment(text: string): FakeText {
    return new FakeText(String(text), this, COMMENT);
  }
  getElementById(id: string): FakeElement | null {
    return this.documentElement.find((element) => element.id === id);
  }
  querySelector(): null {
    return null;
  }
  querySelectorAll(): [] {
    return [];
  }
}
