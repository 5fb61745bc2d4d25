package compare

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/nodenet/go/net2/bench/load"
	"github.com/nodenet/go/net2/bench/process"
	"github.com/nodenet/go/net2/bench/serve"
)

// bench has what measuring needs: the programs, made once.
type bench struct {
	timing
	dir      string // of everything below
	server   string // this module's server
	hello    string
	scripts  string
	upstream *load.Upstream
}

const module = "github.com/nodenet/go/net2/bench"

func newBench(t timing) (*bench, error) {
	dir, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return nil, err
	}
	b := &bench{timing: t, dir: dir, server: filepath.Join(dir, "server"), hello: filepath.Join(dir, "hello")}
	for program, source := range map[string]string{b.server: module + "/server", b.hello: module + "/hello"} {
		if out, err := exec.Command("go", "build", "-o", program, source).CombinedOutput(); err != nil {
			return nil, errors.Join(fmt.Errorf("building %s: %w\n%s", source, err, out), b.close())
		}
	}
	if b.scripts, err = serve.NodeScripts(); err != nil {
		return nil, errors.Join(err, b.close())
	}
	if b.upstream, err = load.NewUpstream(); err != nil {
		return nil, errors.Join(err, b.close())
	}
	return b, nil
}

func (b *bench) close() error {
	if b.upstream != nil {
		_ = b.upstream.Close()
	}
	_ = os.RemoveAll(b.scripts)
	return os.RemoveAll(b.dir)
}

// measure takes one sample. It ends early, with an error, when ctx does.
func (b *bench) measure(ctx context.Context, l line, p peer) (s sample, err error) {
	began := time.Now()
	server, err := process.Start(b.command(l, p))
	if err != nil {
		return sample{}, err
	}
	defer func() { err = errors.Join(err, server.Stop()) }()
	defer context.AfterFunc(ctx, server.Interrupt)()
	switch l.kind {
	case idle:
		return measureIdle(l, server)
	case first:
		return measureFirst(l, server, began)
	}
	return b.measureLoaded(l, server)
}

func (b *bench) command(l line, p peer) *exec.Cmd {
	var cmd *exec.Cmd
	switch {
	case l.kind == first && p.impl == "nodenet":
		cmd = exec.Command(b.hello)
	case l.kind == first:
		cmd = exec.Command("node", filepath.Join(b.scripts, "hello.js"))
	default:
		cmd = l.options(p, b.upstream.Addr()).Command(b.server, b.scripts)
	}
	if p.env != "" {
		cmd.Env = append(os.Environ(), p.env)
	}
	return cmd
}

func (b *bench) measureLoaded(l line, server *process.Process) (sample, error) {
	c := l.load
	c.Addr, c.Warmup, c.Duration = server.Addr, b.warmup, b.duration
	var begin, end usage
	c.Begin = func() { begin = usageOf(server) }
	c.End = func() { end = usageOf(server) }
	result, err := load.Run(c)
	if err = errors.Join(err, begin.err, end.err); err != nil {
		return sample{}, err
	}
	if result.Messages == 0 {
		return sample{}, errors.New("no message was answered")
	}
	s := sample{
		rate: result.Rate(), p50: result.Percentile(50), p99: result.Percentile(99), p999: result.Percentile(99.9),
		cpu:      (end.cpu - begin.cpu) / time.Duration(result.Messages),
		switches: float64(end.switches-begin.switches) / float64(result.Messages),
		memory:   float64(end.memory.Peak),
	}
	for _, percentile := range curve {
		s.curve = append(s.curve, point{percentile, result.Percentile(percentile)})
	}
	return s, nil
}

// usage is what a server has used so far.
type usage struct {
	cpu      time.Duration
	switches int64
	memory   process.Memory
	err      error
}

func usageOf(server *process.Process) usage {
	var u usage
	var errs [3]error
	u.cpu, errs[0] = server.CPU()
	u.switches, errs[1] = server.Switches()
	u.memory, errs[2] = server.Memory()
	u.err = errors.Join(errs[:]...)
	return u
}

// curve is where the latency chart has its points.
var curve = []float64{0.1, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99}

// settle is how long a server may tidy up before its memory is read.
const settle = time.Second

func measureIdle(l line, server *process.Process) (sample, error) {
	before, err := server.Memory()
	if err != nil {
		return sample{}, err
	}
	c := l.load
	c.Addr = server.Addr
	closeAll, err := load.Idle(c)
	if err != nil {
		return sample{}, err
	}
	defer closeAll()
	time.Sleep(settle)
	after, err := server.Memory()
	if err != nil {
		return sample{}, err
	}
	return sample{memory: float64(after.Resident-before.Resident) / float64(c.Conns)}, nil
}

func measureFirst(l line, server *process.Process, began time.Time) (sample, error) {
	c := l.load
	c.Addr = server.Addr
	closeAll, err := load.Idle(c)
	if err != nil {
		return sample{}, err
	}
	took := time.Since(began)
	defer closeAll()
	memory, err := server.Memory()
	return sample{took: took, memory: float64(memory.Resident)}, err
}
