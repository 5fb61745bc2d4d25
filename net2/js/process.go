package js

import (
	"io"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/stream"
)

// bindProcess gives the glue the process.
func (e *Env) bindProcess() {
	e.bind("write", func(c goja.FunctionCall) goja.Value { // (descriptor, string or bytes)
		w := e.options.Stdout
		if c.Argument(0).ToInteger() == 2 {
			w = e.options.Stderr
		}
		if b, ok := e.bytesOf(c.Argument(1)); ok {
			_, _ = w.Write(b)
		} else {
			_, _ = io.WriteString(w, c.Argument(1).String())
		}
		return goja.Undefined()
	})
	e.bind("exit", func(c goja.FunctionCall) goja.Value {
		e.exit(int(c.Argument(0).ToInteger()))
		return goja.Undefined()
	})
	e.bind("exiting", func(goja.FunctionCall) goja.Value { e.exiting = true; return goja.Undefined() })
	e.bind("stdinInit", func(c goja.FunctionCall) goja.Value {
		js := c.Argument(0).(*goja.Object)
		r := stream.FromReader(e.options.Stdin, stream.ReaderOptions{Loop: e.loop, NoClose: true})
		e.attach(js, &object{stream: r, readable: r, emitter: &r.EventEmitter})
		return goja.Undefined()
	})
	e.bindSignals()
	e.bindSystem()
	e.bindChildProcess()
}

// exit ends the process. What the program has written leaves, as in Node, where the kernel has it already.
func (e *Env) exit(code int) {
	e.loop.FlushNow()
	e.options.Exit(code)
}

func (e *Env) strings(list []string) goja.Value {
	values := make([]any, len(list))
	for i, s := range list {
		values[i] = s
	}
	return e.vm.NewArray(values...)
}

// bindSystem is what a program can ask about the machine.
func (e *Env) bindSystem() {
	env := e.vm.NewObject()
	for _, pair := range os.Environ() {
		if name, value, ok := strings.Cut(pair, "="); ok && name != "" {
			_ = env.Set(name, value)
		}
	}
	_ = e.native.Set("env", env)
	_ = e.native.Set("pid", os.Getpid())
	_ = e.native.Set("ppid", os.Getppid())
	_ = e.native.Set("uid", os.Getuid())
	_ = e.native.Set("gid", os.Getgid())
	_ = e.native.Set("platform", map[bool]string{true: "win32", false: runtime.GOOS}[runtime.GOOS == "windows"])
	_ = e.native.Set("arch", map[string]string{"amd64": "x64", "386": "ia32"}[runtime.GOARCH])
	_ = e.native.Set("args", e.strings(e.options.Args))
	_ = e.native.Set("flags", e.strings(e.options.Flags))
	_ = e.native.Set("channel", e.options.Channel)
	_ = e.native.Set("argv0", os.Args[0])
	e.bind("getgroups", func(goja.FunctionCall) goja.Value {
		groups, _ := os.Getgroups()
		if gid := os.Getgid(); !slices.Contains(groups, gid) {
			groups = append(groups, gid)
		}
		return e.vm.ToValue(groups)
	})
	exe, _ := os.Executable()
	_ = e.native.Set("execPath", exe)
	host, _ := os.Hostname()
	_ = e.native.Set("hostname", host)
	_ = e.native.Set("tmpdir", os.TempDir())
	e.bind("cwd", func(goja.FunctionCall) goja.Value { return e.vm.ToValue(workingDir()) })
	e.bind("chdir", func(c goja.FunctionCall) goja.Value {
		if err := os.Chdir(c.Argument(0).String()); err != nil {
			errno := errnoOf(err)
			return e.vm.ToValue(map[string]any{"errno": -int(errno), "text": errno.Error()})
		}
		return goja.Undefined()
	})
	e.bind("isTTY", func(c goja.FunctionCall) goja.Value { return e.vm.ToValue(isTerminal(int(c.Argument(0).ToInteger()))) })
	e.bind("className", func(c goja.FunctionCall) goja.Value {
		o, ok := c.Argument(0).(*goja.Object)
		if !ok {
			return goja.Undefined()
		}
		return e.vm.ToValue(classOf(o))
	})
	e.bind("proxyParts", func(c goja.FunctionCall) goja.Value { // [target, handler] of a Proxy, nulls when it is revoked
		o, ok := c.Argument(0).(*goja.Object)
		if !ok || o.ExportType() != proxyType {
			return goja.Undefined()
		}
		p := o.Export().(goja.Proxy)
		if p.Target() == nil {
			return e.vm.NewArray(goja.Null(), goja.Null())
		}
		return e.vm.NewArray(p.Target(), p.Handler())
	})
	e.bind("promiseState", func(c goja.FunctionCall) goja.Value {
		p, ok := c.Argument(0).Export().(*goja.Promise)
		if !ok {
			return goja.Undefined()
		}
		result := p.Result()
		if result == nil {
			result = goja.Undefined()
		}
		return e.vm.NewArray(int(p.State()), result)
	})
	e.bind("callSites", e.callSites)
	e.bind("readFile", func(c goja.FunctionCall) goja.Value {
		b, err := os.ReadFile(c.Argument(0).String())
		if err != nil {
			return goja.Null()
		}
		return e.buffer(b)
	})
	e.bind("exists", func(c goja.FunctionCall) goja.Value {
		_, err := os.Stat(c.Argument(0).String())
		return e.vm.ToValue(err == nil)
	})
	e.bind("realpath", func(c goja.FunctionCall) goja.Value {
		p, err := filepath.EvalSymlinks(c.Argument(0).String())
		if err != nil {
			return goja.Null()
		}
		return e.vm.ToValue(p)
	})
	e.bind("addMode", func(c goja.FunctionCall) goja.Value {
		if fi, err := os.Stat(c.Argument(0).String()); err == nil {
			_ = os.Chmod(c.Argument(0).String(), fi.Mode().Perm()|os.FileMode(c.Argument(1).ToInteger()))
		}
		return goja.Undefined()
	})
	e.bind("mode", func(c goja.FunctionCall) goja.Value {
		fi, err := os.Stat(c.Argument(0).String())
		if err != nil {
			return goja.Null()
		}
		return e.vm.ToValue(int(fi.Mode().Perm()))
	})
}

func isTerminal(fd int) bool {
	f := map[int]*os.File{0: os.Stdin, 1: os.Stdout, 2: os.Stderr}[fd]
	if f == nil {
		return false
	}
	fi, err := f.Stat()
	return err == nil && fi.Mode()&os.ModeCharDevice != 0
}

func (e *Env) callSites(c goja.FunctionCall) goja.Value {
	var out []any
	for i, f := range e.vm.CaptureCallStack(20, nil) {
		if i == 0 {
			continue
		}
		p := f.Position()
		out = append(out, map[string]any{"functionName": f.FuncName(), "scriptName": f.SrcName(), "scriptId": "0",
			"lineNumber": p.Line, "columnNumber": p.Column, "column": p.Column})
	}
	return e.vm.NewArray(out...)
}

var (
	proxyType  = reflect.TypeFor[goja.Proxy]()
	classNames = map[reflect.Type]string{ // where the engine's own name is another
		proxyType:                           "Proxy",
		reflect.TypeFor[*goja.Promise]():    "Promise",
		reflect.TypeFor[goja.ArrayBuffer](): "ArrayBuffer",
		reflect.TypeFor[*big.Int]():         "BigInt",
	}
)

// classOf is what an object is beneath. It asks for the type alone: to export an object is to copy all that it holds.
func classOf(o *goja.Object) string {
	if name, ok := classNames[o.ExportType()]; ok {
		return name
	}
	if name := o.ClassName(); name != "Object" || o.ExportType().Kind() != reflect.String {
		return name
	}
	return "Symbol" // which the engine exports as text
}
