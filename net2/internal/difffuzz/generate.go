package difffuzz

import (
	"fmt"
	"math/rand/v2"
)

// Generate draws a program from a seed: the same for the same seed.
func Generate(seed uint64) Program {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0x6e6f6465))}
	g.p = Program{Seed: seed, Rests: 1 + g.IntN(3)}
	g.setting()
	g.p.Rests += len(g.p.Pairs) - 1
	for i := range g.p.Pairs {
		g.pair(i)
	}
	for range g.IntN(3) {
		g.serverStep()
	}
	g.p.Rests += g.extra
	if g.coupled {
		g.spread()
	}
	return g.p
}

type generator struct {
	*rand.Rand
	p       Program
	huge    bool // one write a program that no kernel takes at once
	echo    map[int]bool
	timed   bool   // a timeout may come in the middle of the huge write, when the machine is slow: not both
	starter string // the end of the pair that began first
	coupled bool   // what one pair does shows in another
	extra   int    // rests after those of the phases: one to undo corks and pauses, one to connect again
}

func (g *generator) one(n int) bool { return g.IntN(n) == 0 }

func pick[T any](g *generator, of ...T) T { return of[g.IntN(len(of))] }

func (g *generator) setting() {
	g.echo = map[int]bool{}
	g.p.Server = Server{HalfOpen: g.one(2), PauseOnConnect: g.one(8), HighWaterMark: g.mark()}
	pairs := pick(g, 1, 1, 1, 2, 3)
	if g.one(6) {
		g.p.Server.CloseAfter = pairs
		g.coupled = pairs > 1
	}
	if pairs > 1 && g.one(4) {
		g.p.Server.MaxConnections = 1 + g.IntN(pairs)
		g.coupled = true
	}
	g.p.Server.Unix = pairs == 1 && g.one(8)
	for range pairs {
		g.p.Pairs = append(g.p.Pairs, Pair{HalfOpen: g.one(2), HighWaterMark: g.mark(), ClientReads: g.reads(), ServerReads: g.reads()})
	}
}

func (g *generator) mark() int {
	return pick(g, 0, 0, 0, 0, 1, 10, 1000, 100000)
}

func (g *generator) reads() string {
	return pick(g, "data", "data", "data", "resume", "readable", "none")
}

// pair draws the steps of pair i. In each phase (the start, and after each rest) only one end begins; the other answers
// to what it gets. When both begin, what one sees first is up to the network. Pair i connects at rest i.
func (g *generator) pair(i int) {
	ends := []string{fmt.Sprint("c", i), fmt.Sprint("s", i)}
	for phase := i; phase <= g.p.Rests; phase++ {
		first := g.IntN(2)
		if phase == i {
			g.starter = ends[first]
		}
		for range 1 + g.IntN(3) {
			g.step(g.spark(phase, i, ends[first]), ends[first])
		}
		for range g.IntN(3) {
			g.react(ends[g.IntN(2)])
		}
	}
}

// spark is what sets off the end that begins a phase.
func (g *generator) spark(phase, pair int, actor string) Trigger {
	switch {
	case phase > pair:
		return Trigger{Event: "rest", N: phase}
	case actor[0] == 's':
		return Trigger{Actor: actor, Event: "accepted"}
	}
	return Trigger{Actor: actor, Event: pick(g, "start", "connect", "connect", "ready")}
}

// react adds a step that follows another step of its actor, or something that happens to it.
func (g *generator) react(actor string) {
	last := g.p.Steps[len(g.p.Steps)-1]
	switch {
	case !g.one(3):
		g.step(g.reaction(actor), actor)
	case last.Call && last.Op != "setTimeout" && g.one(2):
		g.step(Trigger{Event: "called", N: last.ID}, last.Actor)
	default:
		g.step(Trigger{Event: "after", N: last.ID}, last.Actor)
	}
}

func (g *generator) reaction(actor string) Trigger {
	switch g.IntN(8) {
	case 0, 1, 2:
		return Trigger{Actor: actor, Event: "bytes", N: pick(g, 1, 1, 10, 1000)}
	case 3, 4:
		return Trigger{Actor: actor, Event: "end"}
	case 5:
		event := pick(g, "finish", "drain", "pause", "resume")
		if actor != g.starter { // would begin by itself beside the other, as soon as it flows
			event = pick(g, "finish", "drain")
		}
		return Trigger{Actor: actor, Event: event}
	case 6:
		return Trigger{Actor: actor, Event: pick(g, "error", "timeout")}
	}
	return Trigger{Actor: actor, Event: "close"}
}

func (g *generator) step(on Trigger, actor string) {
	s := Step{ID: len(g.p.Steps) + 1, On: on, Actor: actor}
	if g.one(6) { // a later phase of the turn would race with what the network brings
		s.Via = pick(g, "tick", "micro")
	}
	g.operation(&s)
	g.p.Steps = append(g.p.Steps, s)
	if s.Op == "cork" || s.Op == "pause" { // else most that follows would show nothing
		g.undo(s)
	}
}

// undo ends a cork or a pause after another step, or when all else is done.
func (g *generator) undo(s Step) {
	op := map[string]string{"cork": "uncork", "pause": "resume"}[s.Op]
	if g.one(2) {
		g.step(Trigger{Event: "after", N: s.ID}, s.Actor)
	}
	on := Trigger{Event: "after", N: len(g.p.Steps)}
	if g.one(2) {
		on = g.afterPhases(1)
	}
	g.p.Steps = append(g.p.Steps, Step{ID: len(g.p.Steps) + 1, On: on, Actor: s.Actor, Op: op})
}

// afterPhases is the nth rest after those of the phases, in which the other end may begin.
func (g *generator) afterPhases(n int) Trigger {
	g.extra = max(g.extra, n)
	return Trigger{Event: "rest", N: g.p.Rests + n}
}

func (g *generator) serverStep() {
	s := Step{ID: len(g.p.Steps) + 1, On: Trigger{Event: "rest", N: 1 + g.IntN(g.p.Rests)}, Actor: "srv"}
	s.Op = pick(g, "close", "getConnections", "getConnections", "maxConnections", "ref", "unref")
	g.coupled = g.coupled || s.Op == "maxConnections" && len(g.p.Pairs) > 1
	s.N = 1 + g.IntN(3)
	s.Call = g.one(2)
	g.p.Steps = append(g.p.Steps, s)
}

// operation draws what a step of a socket does.
func (g *generator) operation(s *Step) {
	switch n := g.IntN(100); {
	case n < 34:
		g.write(s)
	case n < 46:
		s.Op, s.N, s.Call = "end", pick(g, 0, 0, 5, 20000), g.one(2)
	case n < 50:
		s.Op = "destroy"
	case n < 52:
		s.Op = "destroyError"
	case n < 55:
		s.Op = "destroySoon"
	case n < 57:
		s.Op = "reset"
		if g.root(s.On).Event == "accepted" { // a client in the same program may hear of that before it hears that it is connected
			s.Op = "destroy"
		}
	case n < 73:
		g.reading(s)
	case n < 77:
		s.Op = "cork"
	case n < 80:
		s.Op, s.N, s.Call = "setTimeout", pick(g, 0, 0, 40), g.one(2)
		if g.huge {
			s.N = 0
		}
		g.timed = g.timed || s.N > 0
	case n < 88:
		g.setter(s)
	case n < 92:
		s.Op, s.Arg = "once", pick(g, "end", "close", "finish", "drain", "connect", "error")
	case n < 96 && s.Actor[0] == 'c':
		s.Op = "connect"
		if s.On.Event != "rest" { // before it rests, the last life of its peer may not be over
			s.On = g.afterPhases(2)
		}
	default:
		g.pipe(s)
	}
}

func (g *generator) write(s *Step) {
	s.Op, s.Call = "write", g.one(2)
	s.N = pick(g, 0, 1, 5, 5, 30, 30, 1000, 20000, 100000)
	if g.one(3) {
		s.Arg, s.N = pick(g, "utf8", "utf8", "hex", "base64", "latin1", "utf16le"), min(s.N, 1000)
		if s.Arg == "hex" { // Node aborts when a cork holds half a byte
			s.N &^= 1
		}
	}
	if !g.huge && !g.timed && g.one(25) {
		g.huge, s.N, s.Arg = true, 12<<20, "" // more than the kernel ever takes
	}
}

func (g *generator) reading(s *Step) {
	s.Op = pick(g, "pause", "pause", "resume", "resume", "read", "read", "unshift", "setEncoding", "onData", "onData", "onceData",
		"offData", "onReadable", "offReadable")
	if g.arriving(s.On) { // where the chunk ends would show
		s.Op = "resume"
	}
	switch s.Op {
	case "read":
		s.N = pick(g, 0, 1, 5)
	case "unshift":
		s.N = pick(g, 1, 5)
	case "setEncoding":
		s.Arg = pick(g, "utf8", "utf8", "hex", "base64", "latin1", "utf16le")
	}
}

func (g *generator) setter(s *Step) {
	s.Op = pick(g, "noDelay", "keepAlive", "ref", "unref", "halfOpen", "halfOpen")
	s.N = g.IntN(2)
}

// arriving says whether a trigger comes in the middle of what arrives.
func (g *generator) arriving(on Trigger) bool { return g.root(on).Event == "bytes" }

// root is what sets off the steps that set off one another before on.
func (g *generator) root(on Trigger) Trigger {
	for on.Event == "after" || on.Event == "called" {
		on = g.p.Steps[on.N-1].On
	}
	return on
}

// spread gives each pair rests of its own, after those at which clients are made: what two pairs do at the same time has
// no order.
func (g *generator) spread() {
	pairs := len(g.p.Pairs)
	for i := range g.p.Steps {
		s := &g.p.Steps[i]
		if s.On.Event != "rest" {
			continue
		}
		s.On.N *= pairs
		if s.Actor != "srv" {
			s.On.N += int(s.Actor[1] - '0')
		}
	}
	g.p.Rests = (g.p.Rests+1)*pairs - 1
}

// pipe goes to the same socket, or to a pair further on: what goes round in circles never rests.
func (g *generator) pipe(s *Step) {
	from := int(s.Actor[1] - '0')
	if g.arriving(s.On) {
		g.write(s)
		return
	}
	if to := from + 1; to < len(g.p.Pairs) && g.one(2) {
		s.Op, s.Arg, s.N = "pipe", fmt.Sprint(pick(g, "c", "s"), to), g.IntN(2)
		g.coupled = true
		return
	}
	if g.one(3) {
		s.Op = "unpipe"
		return
	}
	if g.echo[from] {
		g.write(s)
		return
	}
	g.echo[from] = true
	s.Op, s.Arg, s.N = "pipe", s.Actor, g.IntN(2)
}
