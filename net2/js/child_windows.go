package js

import (
	"net"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

const (
	errnoNoProcess = syscall.Errno(syscall.ESRCH)
	errnoNoExec    = syscall.Errno(syscall.ENOEXEC)
)

func sameVariable(a, b string) bool { return strings.EqualFold(a, b) }

// connectedPair makes a pipe. It has one direction: into the child if the child is to read it.
func connectedPair(childReads bool) (ours childConn, theirs *os.File, err error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	if childReads {
		return &childPipe{w: w}, r, nil
	}
	return &childPipe{r: r}, w, nil
}

// childPipe is one end of a pipe as a connection.
type childPipe struct{ r, w *os.File }

func (c *childPipe) Read(b []byte) (int, error) {
	if c.r == nil {
		return 0, syscall.EPIPE
	}
	return c.r.Read(b)
}

func (c *childPipe) Write(b []byte) (int, error) {
	if c.w == nil {
		return 0, syscall.EPIPE
	}
	return c.w.Write(b)
}

func (c *childPipe) Close() error {
	if c.r != nil {
		return c.r.Close()
	}
	return c.w.Close()
}

func (c *childPipe) CloseWrite() error {
	if c.w == nil {
		return nil
	}
	return c.w.Close()
}

func (c *childPipe) LocalAddr() net.Addr              { return &net.UnixAddr{Net: "pipe"} }
func (c *childPipe) RemoteAddr() net.Addr             { return &net.UnixAddr{Net: "pipe"} }
func (c *childPipe) SetDeadline(time.Time) error      { return os.ErrNoDeadline }
func (c *childPipe) SetReadDeadline(time.Time) error  { return os.ErrNoDeadline }
func (c *childPipe) SetWriteDeadline(time.Time) error { return os.ErrNoDeadline }

func setBlocking(int, bool)                    {}
func duplicate(int) (*os.File, error)          { return nil, syscall.ENOTSUP }
func inheritedConn(int) (net.Conn, error)      { return nil, syscall.ENOTSUP }
func writeNow(net.Conn, []byte) (int, error)   { return 0, nil }
func (s *childSpec) lookup() (string, error)   { return exec.LookPath(s.file) }
func signalProcess(p *os.Process, n int) error { return terminate(p, n) }

func (s *childSpec) system() *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{HideWindow: s.hide}
	if s.detached {
		attr.CreationFlags = syscall.CREATE_NEW_PROCESS_GROUP
	}
	if s.verbatim {
		attr.CmdLine = strings.Join(s.args, " ")
	}
	return attr
}

// exitStatus reports the signal that we ended the process with: Windows has none.
func exitStatus(state *os.ProcessState, killed int) (code, signal int) {
	if killed > 0 && state.ExitCode() == 1 {
		return 0, killed
	}
	return state.ExitCode(), 0
}

func terminate(p *os.Process, n int) error {
	switch n {
	case 0:
		return nil
	case signalNumbers()["SIGINT"], signalNumbers()["SIGQUIT"], signalNumbers()["SIGTERM"], signalNumbers()["SIGKILL"]:
		return p.Kill()
	}
	return syscall.ENOSYS
}

func killProcess(pid, n int) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return errnoNoProcess
	}
	defer func() { _ = p.Release() }()
	return terminate(p, n)
}

func errorName(n int) string {
	for name, errno := range map[string]syscall.Errno{"ENOENT": syscall.ENOENT, "EACCES": syscall.EACCES, "ESRCH": syscall.ESRCH,
		"EINVAL": syscall.EINVAL, "ENOSYS": syscall.ENOSYS, "ENOTSUP": syscall.ENOTSUP, "ETIMEDOUT": syscall.ETIMEDOUT,
		"ENOBUFS": syscall.ENOBUFS, "EPIPE": syscall.EPIPE} {
		if int(errno) == n {
			return name
		}
	}
	return ""
}

func signalNumbers() map[string]int {
	return map[string]int{"SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGABRT": 22, "SIGFPE": 8, "SIGKILL": 9,
		"SIGSEGV": 11, "SIGTERM": 15, "SIGBREAK": 21, "SIGWINCH": 28}
}

var deaf = map[string]bool{"SIGKILL": true, "SIGILL": true, "SIGFPE": true, "SIGSEGV": true, "SIGABRT": true, "SIGBREAK": true,
	"SIGWINCH": true, "SIGQUIT": true}
