package js

import (
	"embed"
	"slices"
	"strings"

	"github.com/dop251/goja"
)

// The glue is what is easier said in JavaScript: the shape of Node's classes, options and overloads. Each file is a
// module: a function of (exports, require, module, native).
//
//go:embed all:glue
var glueFiles embed.FS

const (
	modulePrefix = "(function(exports, require, module, native) {"
	moduleSuffix = "\n})"
)

// glueSource returns the text of a module of ours.
func (e *Env) glueSource(name string) (string, bool) {
	if src, ok := e.options.Modules[name]; ok {
		return src, true
	}
	b, err := glueFiles.ReadFile("glue/" + name + ".js")
	if err != nil {
		return "", false
	}
	return modulePrefix + string(b) + moduleSuffix, true
}

// requireGlue loads one of our modules.
func (e *Env) requireGlue(name string) goja.Value {
	name = strings.ReplaceAll(name, "/", "_")
	if m, ok := e.glue[name]; ok {
		return m.Get("exports")
	}
	src, ok := e.glueSource(name)
	if !ok {
		panic(e.vm.NewTypeError("no module " + name))
	}
	m := e.vm.NewObject()
	exports := e.vm.NewObject()
	_ = m.Set("exports", exports)
	e.glue[name] = m
	program, err := compile("node:"+name, src)
	if err != nil {
		panic(err)
	}
	wrapper, err := e.vm.RunProgram(program)
	if err != nil {
		panic(err)
	}
	f, _ := goja.AssertFunction(wrapper)
	if _, err := f(goja.Undefined(), exports, e.native.Get("require"), m, e.native); err != nil {
		delete(e.glue, name)
		panic(err)
	}
	return m.Get("exports")
}

// boot sets the globals up.
func (e *Env) boot() {
	e.bind("require", func(c goja.FunctionCall) goja.Value { return e.requireGlue(c.Argument(0).String()) })
	e.bind("coreModules", e.coreModules)
	e.process = e.requireGlue("boot").ToObject(e.vm)
}

// publicModules are those of the glue that programs can require.
var publicModules = map[string]bool{}

func init() {
	for _, name := range strings.Fields(`assert async_hooks buffer child_process cluster console constants dns dns/promises
		domain events fs http module net os path path/posix perf_hooks process punycode readline readline/promises stream
		stream/promises stream/consumers stream/web string_decoder test timers timers/promises tls tty url util util/types v8 vm worker_threads
		_stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_writable`) {
		publicModules[name] = true
	}
}

// coreModules are the names that programs can require.
func (e *Env) coreModules(goja.FunctionCall) goja.Value {
	var names []string
	for name := range publicModules {
		if e.isCore(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return e.strings(names)
}

// isCore tells whether require(name) is one of ours.
func (e *Env) isCore(name string) bool {
	if _, ok := e.options.Modules[strings.ReplaceAll(name, "/", "_")]; ok {
		return true
	}
	if !publicModules[name] {
		return false
	}
	_, err := glueFiles.Open("glue/" + strings.ReplaceAll(name, "/", "_") + ".js")
	return err == nil
}
