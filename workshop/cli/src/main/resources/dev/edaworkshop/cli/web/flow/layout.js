// Lays out a graph from left to right, in layers: no way leads to the left unless it closes a circle.

const NODE_WIDTH = 184;
const NODE_HEIGHT = 52;
const BEND_HEIGHT = 22;
const GAP_X = 132;
const GAP_Y = 22;
const MARGIN = 28;
const SWEEPS = 12;

/**
 * Places nodes [{id}] and edges [{from, to}].
 * first: the node that stands at the very left, whatever leads to it.
 * Returns {width, height, nodes: Map id -> {x, y, width, height}, points: [per edge: [[x, y], …]]}, where the points are
 * those that the edge's curve goes through. Edges whose ends are the same, or unknown, have no points.
 */
export function layout(nodes, edges, first) {
  const graph = withBends(nodes, edges, first);
  order(graph);
  place(graph);
  return result(graph, nodes, edges);
}

/** Layers of cells; an edge across several layers bends once in each, so that it does not run across nodes. */
function withBends(nodes, edges, first) {
  const known = new Set(nodes.map(({ id }) => id));
  const usable = edges.map(({ from, to }, index) => ({ from, to, index }))
    .filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const backwards = circles(nodes, usable, first);
  const forward = usable.map((edge) => (backwards.has(edge.index) ? { ...edge, from: edge.to, to: edge.from } : edge));
  const layers = layering(nodes, forward, first);
  const cells = new Map(nodes.map(({ id }) => [id, cell(id, layers.get(id), NODE_HEIGHT)]));
  const links = [];
  const chains = new Map();
  for (const { from, to, index } of forward) {
    const chain = [cells.get(from)];
    for (let layer = layers.get(from) + 1; layer < layers.get(to); layer++) {
      const bend = cell(`bend ${index} ${layer}`, layer, BEND_HEIGHT);
      cells.set(bend.id, bend);
      chain.push(bend);
    }
    chain.push(cells.get(to));
    for (let i = 1; i < chain.length; i++) {
      links.push([chain[i - 1], chain[i]]);
      chain[i - 1].right.push(chain[i]);
      chain[i].left.push(chain[i - 1]);
    }
    chains.set(index, backwards.has(index) ? chain.reverse() : chain);
  }
  const columns = [];
  for (const one of cells.values()) {
    (columns[one.layer] ??= []).push(one);
  }
  return { columns: columns.filter(Boolean), cells, links, chains, backwards };
}

function cell(id, layer, height) {
  return { id, layer, height, left: [], right: [], y: 0, rank: 0 };
}

/** The edges that close a circle, by index. */
function circles(nodes, edges, first) {
  const out = new Map(nodes.map(({ id }) => [id, []]));
  const entered = new Map(nodes.map(({ id }) => [id, 0]));
  for (const edge of edges) {
    out.get(edge.from).push(edge);
    entered.set(edge.to, entered.get(edge.to) + 1);
  }
  const backwards = new Set();
  const state = new Map();
  const visit = (id) => {
    state.set(id, "open");
    for (const edge of out.get(id)) {
      if (state.get(edge.to) === "open") {
        backwards.add(edge.index);
      } else if (!state.has(edge.to)) {
        visit(edge.to);
      }
    }
    state.set(id, "done");
  };
  const ids = nodes.map(({ id }) => id).sort((a, b) => (a === first ? -1 : b === first ? 1 : entered.get(a) - entered.get(b)));
  ids.filter((id) => !state.has(id)).forEach((id) => state.has(id) || visit(id));
  return backwards;
}

/** As far left as what leads to it allows; then sources move right to what they lead to. */
function layering(nodes, edges, first) {
  const layers = new Map(nodes.map(({ id }) => [id, id === first ? 0 : 1]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of edges) {
      if (layers.get(to) <= layers.get(from)) {
        layers.set(to, layers.get(from) + 1);
        changed = true;
      }
    }
  }
  for (const { id } of nodes) {
    const right = edges.filter((edge) => edge.from === id).map((edge) => layers.get(edge.to));
    if (id !== first && right.length > 0 && !edges.some((edge) => edge.to === id)) {
      layers.set(id, Math.min(...right) - 1);
    }
  }
  return layers;
}

/** Orders each column so that few edges cross. */
function order({ columns, links }) {
  columns.forEach((column) => number(column));
  let best = columns.map((column) => [...column]);
  let fewest = crossings(columns, links);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const rightwards = sweep % 2 === 0;
    for (const column of rightwards ? columns : [...columns].reverse()) {
      const wanted = new Map(column.map((one) => [one, middle((rightwards ? one.left : one.right).map(({ rank }) => rank), one.rank)]));
      column.sort((a, b) => wanted.get(a) - wanted.get(b) || a.rank - b.rank);
      number(column);
    }
    const now = crossings(columns, links);
    if (now < fewest) {
      fewest = now;
      best = columns.map((column) => [...column]);
    }
  }
  best.forEach((column, i) => {
    columns[i] = column;
    number(column);
  });
}

function number(column) {
  column.forEach((one, rank) => {
    one.rank = rank;
  });
}

function middle(values, otherwise) {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function crossings(columns, links) {
  const byLayer = new Map();
  for (const link of links) {
    const layer = link[0].layer;
    (byLayer.get(layer) ?? byLayer.set(layer, []).get(layer)).push(link);
  }
  let count = 0;
  for (const some of byLayer.values()) {
    for (let i = 0; i < some.length; i++) {
      for (let j = i + 1; j < some.length; j++) {
        if ((some[i][0].rank - some[j][0].rank) * (some[i][1].rank - some[j][1].rank) < 0) {
          count++;
        }
      }
    }
  }
  return count;
}

/** Gives each cell a y: as near as possible to its neighbours, in the order of its column. */
function place({ columns }) {
  columns.forEach((column) => column.reduce((y, one) => ((one.y = y + one.height / 2), y + one.height + GAP_Y), 0));
  for (let round = 0; round < 10; round++) {
    for (const column of round % 2 === 0 ? columns : [...columns].reverse()) {
      settle(column, column.map((one) => {
        const near = round < 8 ? (round % 2 === 0 ? one.left : one.right) : [...one.left, ...one.right];
        return middle(near.map(({ y }) => y), one.y);
      }));
    }
  }
}

/** Least squares with fixed distances: neighbours that would overlap form a block, which goes where it suits them all. */
function settle(column, wanted) {
  const offsets = [];
  column.reduce((offset, one, i) => {
    const at = i === 0 ? 0 : offset + (column[i - 1].height + one.height) / 2 + GAP_Y;
    offsets.push(at);
    return at;
  }, 0);
  const blocks = [];
  wanted.forEach((y, i) => {
    blocks.push({ sum: y - offsets[i], count: 1 });
    while (blocks.length > 1 && mean(blocks.at(-2)) > mean(blocks.at(-1))) {
      const last = blocks.pop();
      blocks.at(-1).sum += last.sum;
      blocks.at(-1).count += last.count;
    }
  });
  let i = 0;
  for (const block of blocks) {
    for (let n = 0; n < block.count; n++, i++) {
      column[i].y = mean(block) + offsets[i];
    }
  }
}

function mean({ sum, count }) {
  return sum / count;
}

function result({ columns, cells, chains, backwards }, nodes, edges) {
  const all = columns.flat();
  const top = Math.min(...all.map((one) => one.y - one.height / 2), 0);
  const bottom = Math.max(...all.map((one) => one.y + one.height / 2), 0);
  const x = new Map(columns.flatMap((column, i) => column.map((one) => [one, MARGIN + i * (NODE_WIDTH + GAP_X)])));
  const y = (one) => one.y - top + MARGIN;
  const places = new Map(nodes.map(({ id }) => {
    const one = cells.get(id);
    return [id, { x: x.get(one), y: y(one) - NODE_HEIGHT / 2, width: NODE_WIDTH, height: NODE_HEIGHT }];
  }));
  const points = edges.map((edge, index) => {
    const chain = chains.get(index);
    if (!chain) {
      return [];
    }
    const back = backwards.has(index);
    return chain.map((one, i) => {
      const start = i === 0;
      const end = i === chain.length - 1;
      const side = start ? NODE_WIDTH : end ? 0 : NODE_WIDTH / 2;
      // Ways back leave and enter a little lower, so that they do not lie on the way there.
      return [x.get(one) + (back && (start || end) ? NODE_WIDTH - side : side), y(one) + (back && (start || end) ? 12 : 0)];
    });
  });
  return {
    width: 2 * MARGIN + columns.length * NODE_WIDTH + Math.max(0, columns.length - 1) * GAP_X,
    height: bottom - top + 2 * MARGIN,
    nodes: places,
    points,
  };
}

/** A smooth curve through points, as the d of an SVG path. */
export function curve(points) {
  return points.slice(1).reduce((d, [x, y], i) => {
    const [fromX, fromY] = points[i];
    const half = (x - fromX) / 2;
    return `${d} C ${fromX + half} ${fromY}, ${x - half} ${y}, ${x} ${y}`;
  }, `M ${points[0][0]} ${points[0][1]}`);
}
