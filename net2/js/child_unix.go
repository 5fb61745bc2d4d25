//go:build unix

package js

import (
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

const (
	errnoNoProcess = syscall.ESRCH
	errnoNoExec    = syscall.ENOEXEC
	defaultPath    = "/usr/local/bin:/bin:/usr/bin"
)

func sameVariable(a, b string) bool { return a == b }

// connectedPair makes the two ends of a pipe: two sockets, as Node's are, so that both sides may write.
func connectedPair(bool) (ours childConn, theirs *os.File, err error) {
	syscall.ForkLock.RLock()
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err == nil {
		unix.CloseOnExec(fds[0])
		unix.CloseOnExec(fds[1])
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		return nil, nil, err
	}
	theirs = os.NewFile(uintptr(fds[1]), "pipe")
	mine := os.NewFile(uintptr(fds[0]), "pipe")
	ours, err = net.FileConn(mine)
	_ = mine.Close()
	if err != nil {
		_ = theirs.Close()
		return nil, nil, err
	}
	return ours, theirs, nil
}

// duplicate makes a file of a descriptor, which stays open when the file is closed.
func duplicate(fd int) (*os.File, error) {
	n, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(n), "inherited"), nil
}

func setBlocking(fd int, on bool) { _ = unix.SetNonblock(fd, !on) }

// inheritedConn takes over a socket that the process was started with.
func inheritedConn(fd int) (net.Conn, error) {
	unix.CloseOnExec(fd)
	f := os.NewFile(uintptr(fd), "channel")
	if f == nil {
		return nil, syscall.EBADF
	}
	conn, err := net.FileConn(f)
	if err == nil {
		_ = f.Close()
	}
	return conn, err
}

// writeNow writes what the system takes without waiting.
func writeNow(conn net.Conn, b []byte) (n int, err error) {
	c, ok := conn.(syscall.Conn)
	if !ok {
		return 0, nil
	}
	raw, err := c.SyscallConn()
	if err != nil {
		return 0, err
	}
	var failed error
	err = raw.Write(func(fd uintptr) bool {
		for {
			n, failed = unix.Write(int(fd), b)
			if failed != unix.EINTR {
				return true
			}
		}
	})
	if failed != nil {
		err, n = failed, 0
	}
	if err == unix.EAGAIN {
		err = nil
	}
	return n, err
}

// lookup finds the program as execvp does, along the PATH of the child.
func (s *childSpec) lookup() (string, error) {
	if strings.Contains(s.file, "/") {
		return s.file, nil
	}
	path, ok := s.variable("PATH")
	if !ok {
		path = defaultPath
	}
	err := error(syscall.ENOENT)
	for _, dir := range filepath.SplitList(path) {
		file := filepath.Join(s.inDir(dir), s.file)
		if dir == "" {
			file = "./" + s.file
		}
		if fi, e := os.Stat(s.inDir(file)); e != nil || fi.IsDir() {
			continue
		}
		if unix.Access(s.inDir(file), unix.X_OK) == nil {
			return file, nil
		}
		err = syscall.EACCES
	}
	return "", err
}

func (s *childSpec) system() *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setsid: s.detached}
	if s.uid >= 0 || s.gid >= 0 {
		c := &syscall.Credential{Uid: uint32(os.Getuid()), Gid: uint32(os.Getgid()), NoSetGroups: os.Getuid() != 0}
		if s.uid >= 0 {
			c.Uid = uint32(s.uid)
		}
		if s.gid >= 0 {
			c.Gid = uint32(s.gid)
		}
		attr.Credential = c
	}
	return attr
}

func exitStatus(state *os.ProcessState, _ int) (code, signal int) {
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 0, int(status.Signal())
	}
	return state.ExitCode(), 0
}

func signalProcess(p *os.Process, signal int) error { return p.Signal(syscall.Signal(signal)) }

func killProcess(pid, signal int) error { return syscall.Kill(pid, syscall.Signal(signal)) }

// errorName is the name of a system error's number.
func errorName(n int) string { return unix.ErrnoName(syscall.Errno(n)) }

// signalNumbers are the signals that the system knows.
func signalNumbers() map[string]int {
	out := map[string]int{}
	for i := 1; i < 32; i++ {
		if name := unix.SignalName(syscall.Signal(i)); name != "" {
			out[name] = i
		}
	}
	out["SIGIOT"] = int(syscall.SIGABRT)
	if runtime.GOOS == "linux" {
		out["SIGPOLL"] = out["SIGIO"]
	}
	return out
}

// deaf are the signals that nobody can listen for, and those that Go's runtime uses itself.
var deaf = map[string]bool{"SIGKILL": true, "SIGSTOP": true, "SIGURG": true, "SIGSEGV": true, "SIGBUS": true, "SIGFPE": true, "SIGILL": true}
