package process

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Process is a server under way.
type Process struct {
	Addr string // where it listens
	cmd  *exec.Cmd
}

// Start runs cmd and waits for the line "listening on HOST:PORT".
func Start(cmd *exec.Cmd) (*Process, error) {
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if cmd.Stderr == nil {
		cmd.Stderr = os.Stderr
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &Process{cmd: cmd}
	line, err := bufio.NewReader(out).ReadString('\n')
	addr, ok := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if err != nil || !ok {
		_ = p.Stop()
		return nil, fmt.Errorf("%s did not listen: %q, %v", cmd, line, err)
	}
	p.Addr = addr
	return p, nil
}

// Stop ends the process: gently first, so that a cluster takes its workers along.
func (p *Process) Stop() error {
	if p.cmd.ProcessState != nil {
		return nil
	}
	p.Interrupt()
	late := time.AfterFunc(3*time.Second, func() { _ = p.cmd.Process.Kill() })
	defer late.Stop()
	var exit *exec.ExitError
	if err := p.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		return err
	}
	return nil
}

// Interrupt asks the process to end; Stop waits for that.
func (p *Process) Interrupt() { _ = p.cmd.Process.Signal(os.Interrupt) }

// PID is the process's id.
func (p *Process) PID() int { return p.cmd.Process.Pid }
