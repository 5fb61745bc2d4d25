package difffuzz

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// How a program's rest is found. interp.js looks fewer times, for on Node nothing moves while nobody looks; here
// goroutines may want a processor.
const (
	lookEvery    = 4 * time.Millisecond
	quietLooks   = 12
	timeoutLooks = 36
	hugeLooks    = 60 // in the middle of a lot: a full kernel may probe for room 200 ms later
	longest      = 4000
	patience     = 30 * time.Second
)

// player is one play of a program: the twin of Program in interp.js.
type player struct {
	p      Program
	loop   *loop.Loop
	server *net2.Server
	dir    string // of the path to listen on
	path   string
	port   int

	order  []*actor
	actors map[string]*actor
	all    []*net2.Socket // of all lives
	todo   []*Step
	mixes  bool // what arrives may come in another order: several sources or listeners
	huge   bool // a write that no kernel takes at once
	ops    map[string]operation

	moved, last  int // counts what happens
	timers       int // steps that wait for a timer
	rests, looks int
	quiet        int
	receiving    bool // since the last rest
	final, over  bool
	starting     bool // in the callback that makes a client
}

// Play plays the program once on a loop of its own. Any goroutine.
func Play(p Program) Transcript {
	x := &player{p: p, loop: loop.New(), actors: map[string]*actor{}, ops: operations()}
	for i := range p.Steps {
		x.todo = append(x.todo, &p.Steps[i])
		x.note(p.Steps[i])
	}
	x.act("srv")
	for i := range p.Pairs {
		x.act(fmt.Sprint("c", i))
		x.act(fmt.Sprint("s", i))
	}
	x.loop.OnUncaught(func(v any) { x.actors["srv"].say("uncaught", v) })
	watchdog := time.AfterFunc(patience, x.loop.Stop)
	x.start()
	x.loop.Run()
	if watchdog.Stop(); !x.over {
		x.actors["srv"].say("hangs")
		x.end()
		time.AfterFunc(time.Second, x.loop.Stop)
		x.loop.Run()
	}
	t := Transcript{Seed: p.Seed}
	for _, a := range x.order {
		for _, lines := range a.tracks {
			for _, line := range lines {
				t.Lines = append(t.Lines, a.name+": "+line)
			}
		}
	}
	return t
}

func (x *player) note(s Step) {
	x.huge = x.huge || s.N > 1e6
	switch s.Op {
	case "pipe", "onData", "onceData", "onReadable", "read":
		x.mixes = true
	}
}

func (x *player) act(name string) {
	a := &actor{x: x, name: name, counts: map[string]int{}}
	a.reset()
	x.actors[name] = a
	x.order = append(x.order, a)
}

func (x *player) touch() { x.moved++ }

// waiting lists the steps that wait for an event of an actor.
func (x *player) waiting(event, actor string) []*Step {
	var found []*Step
	for _, s := range x.todo {
		if s.On.Event == event && s.On.Actor == actor {
			found = append(found, s)
		}
	}
	return found
}

func (x *player) start() {
	o := x.p.Server
	x.server = net2.NewServer(net2.ServerOptions{Loop: x.loop, AllowHalfOpen: o.HalfOpen, PauseOnConnect: o.PauseOnConnect,
		HighWaterMark: o.HighWaterMark, MaxConnections: o.MaxConnections})
	srv := x.actors["srv"]
	x.server.OnConnection(x.accepted)
	x.server.OnListening(func() { srv.say("listening") })
	x.server.OnDrop(func(net2.DropArgument) { srv.say("drop") })
	x.server.OnError(func(err error) { srv.say("error", message(err)) })
	x.server.OnClose(func() { srv.say("close", x.server.Listening()); srv.fire("close") })
	x.server.Once("listening", func() {
		if x.path == "" {
			x.port = x.server.Address().Port
		}
		x.client(0)
		x.loop.SetTimeout(lookEvery, x.look)
	})
	if !o.Unix {
		x.server.ListenHost(0, "127.0.0.1")
		return
	}
	dir, err := os.MkdirTemp("", "nodenet-")
	if err != nil {
		panic(err)
	}
	x.dir, x.path = dir, filepath.Join(dir, "s")
	x.server.ListenPath(x.path)
}

func (x *player) connect(s *net2.Socket, i int) {
	x.actors[fmt.Sprint("c", i)].calls++
	if x.path != "" {
		s.ConnectPath(x.path)
		return
	}
	o := net2.ConnectOptions{Port: x.port, Host: "127.0.0.1"}
	if len(x.p.Pairs) > 1 {
		o.LocalAddress = fmt.Sprint("127.0.0.", i+2)
	}
	s.ConnectWith(o)
}

func (x *player) client(i int) {
	pair, a := x.p.Pairs[i], x.actors[fmt.Sprint("c", i)]
	s := net2.NewSocket(net2.SocketOptions{Loop: x.loop, AllowHalfOpen: pair.HalfOpen, HighWaterMark: pair.HighWaterMark})
	a.adopt(s, pair.ClientReads)
	x.connect(s, i)
	x.starting = true
	a.fire("start")
	x.starting = false
}

func (x *player) accepted(s *net2.Socket) {
	i := 0
	if len(x.p.Pairs) > 1 {
		if _, err := fmt.Sscanf(s.RemoteAddress(), "127.0.0.%d", &i); err != nil { // reset before it was accepted
			x.actors["srv"].say("lost")
			x.all = append(x.all, s)
			s.OnError(func(error) {}).Destroy()
			return
		}
		i -= 2
	}
	a, srv := x.actors[fmt.Sprint("s", i)], x.actors["srv"]
	a.lives++
	a.reset()
	a.adopt(s, x.p.Pairs[i].ServerReads)
	a.say("accepted", a.lives, a.state())
	if srv.lives++; srv.lives == x.p.Server.CloseAfter {
		x.server.Close()
	}
	a.fire("accepted")
}

// set starts a step whose trigger has come.
func (x *player) set(step *Step) {
	for i, s := range x.todo {
		if s == step {
			x.todo = append(x.todo[:i:i], x.todo[i+1:]...)
			x.begin(step)
			return
		}
	}
}

func (x *player) begin(step *Step) {
	run := func() {
		x.touch()
		x.perform(step)
		x.after("after", step.ID)
	}
	switch step.Via {
	case "tick":
		x.loop.NextTick(run)
	case "micro":
		x.loop.QueueMicrotask(run)
	case "immediate":
		x.loop.SetImmediate(run)
	case "timer":
		x.timers++
		x.loop.SetTimeout(time.Duration(step.ID%3+1)*time.Millisecond, func() { x.timers--; run() })
	default:
		run()
	}
}

// after starts the steps that wait for step id itself, or for its callback.
func (x *player) after(event string, id int) {
	for _, s := range append([]*Step(nil), x.todo...) {
		if s.On.Event == event && s.On.N == id {
			x.set(s)
		}
	}
}

func (x *player) any(is func(s *net2.Socket) bool) bool {
	for _, a := range x.order {
		if a.socket != nil && !a.socket.Destroyed() && is(a.socket) {
			return true
		}
	}
	return false
}

// look finds out whether the program rests.
func (x *player) look() {
	still := x.moved == x.last && x.timers == 0 && !x.any((*net2.Socket).Connecting)
	x.last = x.moved
	x.quiet++
	if !still {
		x.quiet = 0
	}
	enough := quietLooks
	if x.any(func(s *net2.Socket) bool { return s.Timeout() > 0 }) {
		enough = timeoutLooks
	}
	if x.huge && x.receiving && x.any(func(s *net2.Socket) bool { return s.WritableLength() > 0 }) {
		enough = hugeLooks
	}
	if x.looks++; x.looks > longest {
		x.actors["srv"].say("never rests")
		x.end()
		return
	}
	if x.quiet >= enough {
		x.quiet = 0
		if x.final {
			x.end()
			return
		}
		x.rest()
	}
	x.loop.SetTimeout(lookEvery, x.look)
}

func (x *player) rest() {
	x.receiving = false
	for _, a := range x.order {
		a.rest()
	}
	if x.rests++; x.rests < len(x.p.Pairs) {
		x.client(x.rests)
	}
	if x.rests > x.p.Rests {
		x.final = true
		x.destroyAll()
		x.server.Close()
		return
	}
	for _, s := range x.waiting("rest", "") {
		if s.On.N == x.rests {
			x.set(s)
		}
	}
}

func (x *player) destroyAll() {
	for _, s := range x.all {
		s.Destroy()
	}
}

// end is the end of the play; what still comes is not part of the transcript.
func (x *player) end() {
	x.over = true
	x.destroyAll()
	x.server.Close()
	if x.dir != "" {
		_ = os.RemoveAll(x.dir)
	}
}

var localPort = regexp.MustCompile(`(127\.0\.0\.\d:)\d+`)

// clean takes out of a line what differs from play to play.
func (x *player) clean(line string) string {
	line = localPort.ReplaceAllString(line, "${1}PORT")
	if x.path != "" {
		line = strings.ReplaceAll(line, x.path, "PATH")
	}
	return line
}

func message(err error) string {
	if code := net2.Code(err); code != "" {
		return code + " " + err.(*net2.Error).Message
	}
	return err.Error()
}
