package compare

import (
	"time"

	"github.com/nodenet/go/net2/bench/load"
	"github.com/nodenet/go/net2/bench/serve"
)

// peer is one server of a line.
type peer struct {
	name  string
	impl  string
	loops int
	env   string // a setting such as GOGC=800
}

var (
	nodenet     = peer{name: "nodenet", impl: "nodenet"}
	nodenetGC   = peer{name: "nodenet, GOGC=800", impl: "nodenet", env: "GOGC=800"}
	nodenetTwo  = peer{name: "nodenet, 2 loops", impl: "nodenet", loops: 2}
	plainGo     = peer{name: "go", impl: "go"}
	netpoll     = peer{name: "netpoll", impl: "netpoll"}
	node        = peer{name: "node", impl: "node"}
	nodeNoDelay = peer{name: "node, noDelay", impl: "node-nodelay"}
	nodeTuned   = peer{name: "node, tuned", impl: "node-tuned"}
	nodeCluster = peer{name: "node, cluster of 2", impl: "node", loops: 2}
	nodeTunedX2 = peer{name: "node, tuned, cluster of 2", impl: "node-tuned", loops: 2}
)

// metric is what a demand is about.
type metric struct {
	name  string
	more  bool // better when there is more of it
	value func(sample) float64
	show  func(float64) string
}

var (
	rate     = metric{"rate", true, func(s sample) float64 { return s.rate }, showRate}
	p99      = metric{"p99", false, func(s sample) float64 { return s.p99.Seconds() }, showSeconds}
	cpu      = metric{"CPU", false, func(s sample) float64 { return s.cpu.Seconds() }, showSeconds}
	switches = metric{"switches", false, func(s sample) float64 { return s.switches }, trim}
	memory   = metric{"memory", false, func(s sample) float64 { return s.memory }, showBytes}
	took     = metric{"time", false, func(s sample) float64 { return s.took.Seconds() }, showSeconds}
)

// demand is what must hold: nodenet's median is at least (or, where less is
// better, at most) bound times the peer's.
type demand struct {
	of    metric
	bound float64
	peer  peer
	line  string // of another line; "": the same
}

// line is one row of the table and how it is measured.
type line struct {
	name    string // as -only knows it
	title   string
	kind    kind
	load    load.Config
	peers   []peer // nodenet first
	demands []demand
}

// kind is how a line is measured.
type kind int

const (
	loaded kind = iota // under load
	idle               // memory of connections that do nothing
	first              // from the start to the first connection
)

var lines = []line{
	{
		name: "echo1", title: "echo, 1 connection, 128 B",
		load:  load.Config{Workload: "echo", Conns: 1, Size: 128, Depth: 1},
		peers: []peer{nodenet, node, plainGo, netpoll},
		demands: []demand{
			{of: rate, bound: 1, peer: node}, {of: rate, bound: 0.8, peer: plainGo},
		},
	},
	{
		name: "echo50", title: "echo, 50 connections, 128 B",
		load:  load.Config{Workload: "echo", Conns: 50, Size: 128, Depth: 1},
		peers: []peer{nodenet, node, plainGo, netpoll},
		demands: []demand{
			{of: rate, bound: 1.2, peer: node}, {of: rate, bound: 0.8, peer: plainGo},
		},
	},
	{
		name: "echo500", title: "echo, 500 connections, 1 KiB",
		load:  load.Config{Workload: "echo", Conns: 500, Size: 1 << 10, Depth: 1},
		peers: []peer{nodenet, node, plainGo, netpoll},
		demands: []demand{
			{of: rate, bound: 1.2, peer: node}, {of: p99, bound: 1.0 / 3, peer: node},
		},
	},
	{
		name: "echo5000", title: "echo, 5,000 connections, 128 B",
		load:    load.Config{Workload: "echo", Conns: 5000, Size: 128, Depth: 1},
		peers:   []peer{nodenet, node, plainGo, netpoll},
		demands: []demand{{of: cpu, bound: 1.5, peer: nodenet, line: "echo50"}},
	},
	{
		name: "stream", title: "stream, 8 connections, 64 KiB, `data` → `Write`",
		load:    load.Config{Workload: "echo", Conns: 8, Size: 64 << 10, Depth: 4, Stream: true},
		peers:   []peer{nodenet, nodenetGC, node, plainGo, netpoll},
		demands: []demand{{of: rate, bound: 1.5, peer: node}},
	},
	{
		name: "pipe", title: "stream, 8 connections, 64 KiB, `Pipe`",
		load:  load.Config{Workload: "pipe", Conns: 8, Size: 64 << 10, Depth: 4, Stream: true},
		peers: []peer{nodenet, nodenetGC, node, plainGo, netpoll},
		demands: []demand{
			{of: rate, bound: 2, peer: node}, {of: rate, bound: 0.8, peer: plainGo},
		},
	},
	{
		name: "onread", title: "stream, 8 connections, 64 KiB, `OnRead`",
		load:  load.Config{Workload: "onread", Conns: 8, Size: 64 << 10, Depth: 4, Stream: true},
		peers: []peer{nodenet, node, plainGo},
		demands: []demand{
			{of: rate, bound: 2, peer: node}, {of: rate, bound: 0.8, peer: plainGo},
		},
	},
	{
		name: "json", title: "json, 20 connections, 16 requests in flight",
		load:  load.Config{Workload: "json", Conns: 20, Size: 64, Depth: 16},
		peers: []peer{nodenet, nodenetGC, node, nodeNoDelay, nodeTuned, plainGo, netpoll},
		demands: []demand{
			{of: rate, bound: 4, peer: nodeNoDelay}, {of: rate, bound: 20, peer: node}, {of: rate, bound: 0.9, peer: nodeTuned},
		},
	},
	{
		name: "chat100", title: "chat, 100 clients all talking",
		load:    load.Config{Workload: "chat", Conns: 100, Size: 64, Depth: 1},
		peers:   []peer{nodenet, node, nodeNoDelay, nodeTuned, plainGo, netpoll},
		demands: []demand{{of: rate, bound: 10, peer: node}},
	},
	{
		name: "chat400", title: "chat, 400 clients all talking",
		load:    load.Config{Workload: "chat", Conns: 400, Size: 64, Depth: 1},
		peers:   []peer{nodenet, node, nodeNoDelay, nodeTuned, plainGo},
		demands: []demand{{of: rate, bound: 30, peer: node}},
	},
	{
		name: "proxy", title: "proxy (pipe both ways), 8 connections, 64 KiB",
		load:    load.Config{Workload: "proxy", Conns: 8, Size: 64 << 10, Depth: 4, Stream: true},
		peers:   []peer{nodenet, node, plainGo, netpoll},
		demands: []demand{{of: rate, bound: 2, peer: node}},
	},
	{
		name: "connect", title: "connect, one exchange, close; 20 at a time",
		load:  load.Config{Workload: "connect", Conns: 20, Size: 128, Depth: 1},
		peers: []peer{nodenet, node, plainGo, netpoll},
		demands: []demand{
			{of: rate, bound: 0.9, peer: node}, {of: rate, bound: 1, peer: plainGo},
		},
	},
	{
		name: "idle", title: "9,000 idle connections, memory of one", kind: idle,
		load:    load.Config{Workload: "echo", Conns: 9000, Size: 128},
		peers:   []peer{nodenet, node, plainGo, netpoll},
		demands: []demand{{of: memory, bound: 1, peer: node}},
	},
	{
		name: "first", title: "from start to first connection served", kind: first,
		load:  load.Config{Workload: "echo", Conns: 1, Size: 128},
		peers: []peer{nodenet, node},
		demands: []demand{
			{of: took, bound: 1.0 / 5, peer: node}, {of: memory, bound: 1.0 / 5, peer: node},
		},
	},
	{
		name: "loops-echo", title: "two loops: echo, 50 connections, 128 B",
		load:  load.Config{Workload: "echo", Conns: 50, Size: 128, Depth: 1},
		peers: []peer{nodenetTwo, nodenet, node, nodeCluster},
	},
	{
		name: "loops-json", title: "two loops: json, 20 connections, 16 requests in flight",
		load:  load.Config{Workload: "json", Conns: 20, Size: 64, Depth: 16},
		peers: []peer{nodenetTwo, nodenet, nodeTuned, nodeTunedX2},
	},
}

// timing says how long a line under load is measured.
type timing struct{ warmup, duration time.Duration }

var (
	thorough = timing{time.Second, 2 * time.Second}
	quick    = timing{200 * time.Millisecond, 500 * time.Millisecond}
)

func (l line) options(p peer, upstream string) serve.Options {
	return serve.Options{Impl: p.impl, Workload: l.load.Workload, Loops: p.loops, Upstream: upstream}
}
