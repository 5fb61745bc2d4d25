package js

import (
	"os"
	"sync"
	"syscall"
	"time"

	"github.com/dop251/goja"
)

// syncRun is a process that the program waits for with its loop standing still.
type syncRun struct {
	process *os.Process
	files   *childFiles
	signal  int // that ends it before its time
	limit   int // bytes of output; 0: any number

	mu     sync.Mutex
	output [][]byte // by descriptor
	size   int
	failed syscall.Errno
}

// childSpawnSync is spawnSync: what the process wrote, and how it ended.
func (e *Env) childSpawnSync(spec *childSpec, o streamOptions) goja.Value {
	result := e.vm.NewObject()
	_ = result.Set("pid", 0)
	_ = result.Set("output", goja.Null())
	_ = result.Set("status", goja.Null())
	_ = result.Set("signal", goja.Null())
	run := &syncRun{signal: int(o.get("killSignal").ToInteger()), output: make([][]byte, len(spec.stdio))}
	if limit := o.get("maxBuffer").ToFloat(); limit > 0 && limit < 1<<52 {
		run.limit = int(limit)
	}
	var err error
	run.files, err = e.openStdio(spec)
	if err == nil {
		run.process, err = spec.start(run.files.theirs)
	}
	run.files.closeTheirs()
	if err != nil {
		run.files.closeOurs()
		_ = result.Set("errno", -int(errnoOf(err)))
		return result
	}
	state := run.wait(spec, milliseconds(o.get("timeout")))
	_ = result.Set("pid", run.process.Pid)
	code, signal := 0, 0
	if state != nil {
		code, signal = exitStatus(state, run.signal)
	}
	if signal == 0 {
		_ = result.Set("status", code)
	} else {
		_ = result.Set("signal", e.signalValue(signal))
	}
	output := make([]any, len(spec.stdio))
	for i, item := range spec.stdio {
		if i > 0 && item.kind == "pipe" {
			output[i] = e.buffer(run.output[i])
		}
	}
	_ = result.Set("output", e.vm.NewArray(output...))
	_ = result.Set("errno", -int(run.failed))
	return result
}

// wait feeds the process and collects what it writes, until it has ended and nobody has its pipes any more.
func (r *syncRun) wait(spec *childSpec, limit time.Duration) *os.ProcessState {
	var pipes sync.WaitGroup
	for i, conn := range r.files.ours {
		if conn == nil {
			continue
		}
		pipes.Go(func() { feed(conn, spec.stdio[i].input) })
		if i > 0 {
			pipes.Go(func() { r.collect(i, conn) })
		}
	}
	var timer *time.Timer
	if limit > 0 {
		timer = time.AfterFunc(limit, func() { r.stop(syscall.ETIMEDOUT) })
	}
	state, _ := r.process.Wait()
	pipes.Wait()
	if timer != nil {
		timer.Stop()
	}
	r.files.closeOurs()
	r.mu.Lock()
	defer r.mu.Unlock()
	return state
}

func feed(conn childConn, input []byte) {
	_, _ = conn.Write(input) // the child need not read it
	if c, ok := conn.(interface{ CloseWrite() error }); ok {
		_ = c.CloseWrite()
	}
}

func (r *syncRun) collect(i int, conn childConn) {
	buf := make([]byte, 64*1024)
	for {
		n, err := conn.Read(buf)
		r.mu.Lock()
		r.output[i] = append(r.output[i], buf[:n]...)
		r.size += n
		over := r.limit > 0 && r.size > r.limit
		r.mu.Unlock()
		if over {
			r.stop(syscall.ENOBUFS)
			return
		}
		if err != nil {
			return
		}
	}
}

// stop ends the process because it took or wrote too much. Its children may keep the pipes: nobody listens to them.
func (r *syncRun) stop(why syscall.Errno) {
	r.mu.Lock()
	if r.failed == 0 {
		r.failed = why
	}
	r.mu.Unlock()
	if signalProcess(r.process, r.signal) != nil {
		_ = r.process.Kill()
	}
	r.files.closeOurs()
}
