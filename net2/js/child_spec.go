package js

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/dop251/goja"
)

// childConn is our end of a child's pipe.
type childConn = net.Conn

// childSpec is what a process is started with.
type childSpec struct {
	file           string
	args, env      []string
	dir            string
	detached       bool
	uid, gid       int // -1: ours
	hide, verbatim bool
	stdio          []childStdio
}

// childStdio is one descriptor of a child.
type childStdio struct {
	kind  string // ignore, pipe, fd
	fd    int
	input []byte // of a pipe of spawnSync
	ipc   bool   // the channel
}

// childSpec reads the options, which the glue has checked.
func (e *Env) childSpec(v goja.Value) *childSpec {
	o := streamOptions{v}
	number := func(name string) int {
		if n := o.get(name); !isNil(n) {
			return int(n.ToInteger())
		}
		return -1
	}
	s := &childSpec{file: o.text("file"), args: e.texts(o.get("args")), env: e.texts(o.get("envPairs")), dir: o.text("cwd"),
		detached: o.is("detached"), uid: number("uid"), gid: number("gid"), hide: o.is("windowsHide"),
		verbatim: o.is("windowsVerbatimArguments")}
	e.vm.ForOf(o.get("stdio"), func(v goja.Value) bool {
		item := streamOptions{v}
		input, _ := e.bytesOf(item.get("input"))
		s.stdio = append(s.stdio, childStdio{kind: item.text("type"), fd: int(item.get("fd").ToInteger()), input: input, ipc: item.is("ipc")})
		return true
	})
	return s
}

func (e *Env) texts(list goja.Value) (out []string) {
	e.vm.ForOf(list, func(v goja.Value) bool {
		out = append(out, v.String())
		return true
	})
	return out
}

// childFiles are the two ends of what a child is connected with.
type childFiles struct {
	theirs []*os.File
	ours   []childConn
	lent   map[int]bool // of theirs, those that are not to be closed
}

func (f *childFiles) closeTheirs() {
	for i, file := range f.theirs {
		if file != nil && !f.lent[i] {
			_ = file.Close()
		}
	}
}

func (f *childFiles) closeOurs() {
	for _, conn := range f.ours {
		if conn != nil {
			_ = conn.Close()
		}
	}
}

// openStdio makes what the child is connected with. The descriptors 0 to 2 are never left closed.
func (e *Env) openStdio(s *childSpec) (f *childFiles, err error) {
	f = &childFiles{theirs: make([]*os.File, len(s.stdio)), ours: make([]childConn, len(s.stdio)), lent: map[int]bool{}}
	for i, item := range s.stdio {
		switch item.kind {
		case "pipe":
			f.ours[i], f.theirs[i], err = connectedPair(i == 0)
		case "fd":
			if file := e.standard(item.fd); file != nil {
				f.theirs[i], f.lent[i] = file, true
			} else {
				f.theirs[i], err = duplicate(item.fd)
				if err == nil && i < 3 {
					// Programs do not expect standard streams that answer EAGAIN. It is ours too that waits then: lent.
					setBlocking(item.fd, true)
				}
			}
		default:
			if i < 3 {
				f.theirs[i], err = os.OpenFile(os.DevNull, os.O_RDWR, 0)
			}
		}
		if err != nil {
			return f, err
		}
	}
	return f, nil
}

// standard is the file behind one of the program's own descriptors 0, 1 and 2.
func (e *Env) standard(fd int) *os.File {
	var stream any
	switch fd {
	case 0:
		stream = e.options.Stdin
	case 1:
		stream = e.options.Stdout
	case 2:
		stream = e.options.Stderr
	}
	file, _ := stream.(*os.File)
	return file
}

func (s *childSpec) start(files []*os.File) (*os.Process, error) {
	path, err := s.lookup()
	if err != nil {
		return nil, err
	}
	attr := &os.ProcAttr{Dir: s.dir, Env: s.env, Files: files, Sys: s.system()}
	p, err := os.StartProcess(path, s.args, attr)
	if errors.Is(err, errnoNoExec) { // a script that does not name its shell
		p, err = os.StartProcess("/bin/sh", append([]string{"/bin/sh", path}, s.args[min(1, len(s.args)):]...), attr)
	}
	return p, err
}

// variable is the value of a variable of the child's environment.
func (s *childSpec) variable(name string) (string, bool) {
	for _, pair := range s.env {
		if key, value, ok := strings.Cut(pair, "="); ok && sameVariable(key, name) {
			return value, true
		}
	}
	return "", false
}

// inDir is a path as the child sees it from its directory.
func (s *childSpec) inDir(path string) string {
	if s.dir == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(s.dir, path)
}

// errnoOf finds the number of a system error, 0 for none.
func errnoOf(err error) syscall.Errno {
	var errno syscall.Errno
	switch {
	case err == nil:
		return 0
	case errors.As(err, &errno):
		return errno
	case errors.Is(err, os.ErrNotExist):
		return syscall.ENOENT
	case errors.Is(err, os.ErrPermission):
		return syscall.EACCES
	}
	return syscall.EINVAL
}
