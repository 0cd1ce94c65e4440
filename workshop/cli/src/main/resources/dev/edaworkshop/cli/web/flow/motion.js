// Moves events along the ways, on a canvas above the picture. One round per animation frame, however many events there are.
import { wayId, wayOf } from "./model.js";

const MILLIS = 1100;
const MAX_MOVING = 300;
const MAX_STARTING = 4;
const STOP_AT = 0.62;

/** What stops before it gets to the other end. */
const STOPS = new Set(["filtered", "failed", "retried", "throttled"]);

export class Motion {
  #canvas;
  #drawing;
  #moving = [];
  #frame = 0;
  #scale = 1;
  #size = { width: 0, height: 0 };
  #colours = {};

  constructor(canvas, drawing) {
    this.#canvas = canvas;
    this.#drawing = drawing;
  }

  /** The picture's size in its own units, and by how much it is enlarged. */
  resize(width, height, zoom) {
    const density = Math.min(devicePixelRatio || 1, 2);
    this.#scale = zoom * density;
    this.#size = { width, height };
    this.#canvas.width = Math.ceil(width * this.#scale);
    this.#canvas.height = Math.ceil(height * this.#scale);
    this.recolour();
  }

  recolour() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    this.#colours = {
      passed: colour("--accent"),
      filtered: colour("--muted"),
      retried: colour("--warn"),
      throttled: colour("--warn"),
      dead: colour("--bad"),
      failed: colour("--bad"),
      ground: colour("--ground"),
    };
  }

  /** Starts some of the events that happened; the ways' numbers tell of all. */
  start(hops) {
    const perWay = new Map();
    const now = performance.now();
    for (const hop of hops) {
      const way = wayOf(hop.kind, hop.from, hop.to);
      if (!way || hop.kind === "DELETED") {
        continue;
      }
      const key = wayId(way.from, way.to);
      const end = hop.outcome;
      const started = (perWay.get(key + end) ?? 0) + 1;
      perWay.set(key + end, started);
      if (started <= MAX_STARTING && this.#moving.length < MAX_MOVING) {
        this.#moving.push({ way: key, end, begin: now + (started - 1) * 110 });
      }
    }
    if (this.#moving.length > 0 && this.#frame === 0) {
      this.#frame = requestAnimationFrame((time) => this.#draw(time));
    }
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#moving = [];
  }

  #draw(now) {
    const pen = this.#canvas.getContext("2d");
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    this.#moving = this.#moving.filter(({ begin }) => now - begin < MILLIS);
    for (const one of this.#moving) {
      const age = (now - one.begin) / MILLIS;
      if (age >= 0) {
        this.#drawOne(pen, one, age);
      }
    }
    this.#frame = this.#moving.length > 0 ? requestAnimationFrame((time) => this.#draw(time)) : 0;
    if (this.#frame === 0) {
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    }
  }

  #drawOne(pen, { way, end }, age) {
    const stops = STOPS.has(end);
    const t = stops ? Math.min(age * 1.3, STOP_AT) : age;
    const at = this.#drawing.point(way, t);
    if (!at) {
      return;
    }
    const [x, y] = at;
    pen.globalAlpha = stops && age > 0.75 ? (1 - age) * 4 : 1;
    pen.strokeStyle = this.#colours[end];
    pen.fillStyle = this.#colours[end];
    pen.lineWidth = 2.2;
    pen.beginPath();
    mark(pen, end, x, y, this.#colours.ground);
    pen.globalAlpha = 1;
  }
}

/** The same shapes as the symbols next to the numbers. */
function mark(pen, end, x, y, ground) {
  switch (end) {
    case "passed":
      pen.arc(x, y, 5, 0, 2 * Math.PI);
      pen.fill();
      return;
    case "filtered":
      pen.arc(x, y, 6, 0, 2 * Math.PI);
      pen.moveTo(x - 4.2, y + 4.2);
      pen.lineTo(x + 4.2, y - 4.2);
      break;
    case "retried":
      pen.arc(x, y, 6, 0.3, 5.3);
      pen.moveTo(x + 3.4, y - 8.5);
      pen.lineTo(x + 3.6, y - 4.4);
      pen.lineTo(x - 0.6, y - 4.2);
      break;
    case "throttled":
      pen.rect(x - 5, y - 6, 3.4, 12);
      pen.rect(x + 1.6, y - 6, 3.4, 12);
      pen.fill();
      return;
    case "dead":
      pen.moveTo(x, y - 7.5);
      pen.lineTo(x + 7.5, y);
      pen.lineTo(x, y + 7.5);
      pen.lineTo(x - 7.5, y);
      pen.closePath();
      pen.fill();
      return;
    default:
      pen.moveTo(x - 5.5, y - 5.5);
      pen.lineTo(x + 5.5, y + 5.5);
      pen.moveTo(x + 5.5, y - 5.5);
      pen.lineTo(x - 5.5, y + 5.5);
  }
  // A rim of the ground's colour keeps it apart from the line that it is on.
  const colour = pen.strokeStyle;
  pen.strokeStyle = ground;
  pen.lineWidth = 5.5;
  pen.stroke();
  pen.strokeStyle = colour;
  pen.lineWidth = 2.4;
  pen.stroke();
}
