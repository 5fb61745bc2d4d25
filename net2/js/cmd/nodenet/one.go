package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"

	"github.com/nodenet/go/net2/js"
	"github.com/nodenet/go/net2/loop"
)

//go:embed suite
var suiteFiles embed.FS

// nativesVariable names the file with node's modules to the processes that a test starts.
const nativesVariable = "NODENET_TEST_NATIVES"

// runTest runs a test, or what a test has started, in this process. nativesFile holds the sources of the installed
// node's own modules.
func runTest(nativesFile string, c command) int {
	s := &single{vm: newRuntime(), file: c.file}
	b, err := os.ReadFile(nativesFile)
	if err == nil {
		err = json.Unmarshal(b, &s.sources)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	_ = os.Setenv("NODE_SKIP_FLAG_CHECK", "1")
	s.env = js.Enable(s.vm, loop.Default(), js.Options{Args: c.args, Flags: c.flags, Channel: true, Modules: s.modules(), Natives: s.natives()})
	s.prepare()
	return c.run(s.env)
}

// single is one test.
type single struct {
	vm      *goja.Runtime
	env     *js.Env
	file    string
	sources map[string]string
}

const (
	head = "(function(exports, require, module, native) {"
	tail = "\n})"
)

// modules are those that the suite adds or replaces.
func (s *single) modules() map[string]string {
	out := map[string]string{}
	entries, _ := suiteFiles.ReadDir("suite")
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".js")
		b, _ := suiteFiles.ReadFile("suite/" + e.Name())
		if name == "nodelib" || name == "stubs" || name == "globals" {
			name = "suite_" + name
		}
		out[name] = head + string(b) + tail
	}
	for _, name := range strings.Fields(`test cluster worker_threads module vm v8 http https
		http2 zlib crypto url diagnostics_channel`) {
		out[name] = head + "module.exports = require('suite_stubs')('" + name + "');" + tail
	}
	for id := range s.sources {
		if strings.HasPrefix(id, "internal/") {
			key := strings.ReplaceAll(id, "/", "_")
			if out[key] == "" {
				out[key] = head + "module.exports = require('suite_nodelib').load('" + id + "');" + tail
			}
		}
	}
	return out
}

// prepare does what node's command line would: flags, and the globals that tests expect.
func (s *single) prepare() {
	b, _ := os.ReadFile(s.file) // none for a script of the command line
	for line := range strings.Lines(string(b)) {
		if flags, ok := strings.CutPrefix(line, "// Flags:"); ok {
			_ = s.vm.Set("__flags", strings.Fields(flags))
		}
	}
	if _, err := s.env.Require("suite_globals"); err != nil {
		fmt.Fprintln(os.Stderr, "suite:", err)
	}
}

// compileNative compiles a module of node as a function of the given parameters.
func (s *single) compileNative(c goja.FunctionCall) goja.Value {
	id := c.Argument(0).String()
	src, ok := s.sources[id]
	if !ok {
		panic(s.vm.NewTypeError("node has no module " + id))
	}
	// The engine has no async generators, whose prototype is all that is wanted here.
	src = strings.Replace(src, "primordials.ReflectGetPrototypeOf(\n    primordials.ReflectGetPrototypeOf(\n      async function* () {}).prototype)", "{ [Symbol.asyncIterator]() { return this; } }", 1)
	src = strings.ReplaceAll(src, "ObjectGetPrototypeOf(async function* () {}).prototype", "primordials.AsyncIteratorPrototype")
	text := "(function(" + c.Argument(1).String() + "){" + src + "\n})"
	if ast, err := goja.Parse(id, text, parser.WithDisableSourceMaps); err == nil {
		if p, err := goja.CompileAST(ast, false); err == nil {
			v, err := s.vm.RunProgram(p)
			if err != nil {
				panic(err)
			}
			return v
		}
	}
	res := api.Transform(src, api.TransformOptions{Loader: api.LoaderJS, Platform: api.PlatformNode, Target: api.ESNext,
		Supported: map[string]bool{"async-generator": false, "for-await": false, "using": false, "dynamic-import": false}})
	if len(res.Errors) > 0 {
		panic(s.vm.NewTypeError(id + ": " + res.Errors[0].Text))
	}
	v, err := s.vm.RunScript("node:"+id, "(function("+c.Argument(1).String()+"){"+string(res.Code)+"\n})")
	if err != nil {
		panic(err)
	}
	return v
}

func (s *single) natives() map[string]func(goja.FunctionCall) goja.Value {
	vm := s.vm
	path := func(c goja.FunctionCall) string { return c.Argument(0).String() }
	return map[string]func(goja.FunctionCall) goja.Value{
		"compileNative": s.compileNative,
		"hasNative":     func(c goja.FunctionCall) goja.Value { return vm.ToValue(s.sources[path(c)] != "") },
		"classOf":       s.classOf,
		"errnoTable":    func(goja.FunctionCall) goja.Value { return vm.ToValue(errnoTable()) },
		"proxyDetails":  s.proxyDetails,
		"writeFile": func(c goja.FunctionCall) goja.Value {
			_ = os.WriteFile(path(c), []byte(c.Argument(1).String()), 0o666)
			return goja.Undefined()
		},
		"mkdir": func(c goja.FunctionCall) goja.Value { _ = os.MkdirAll(path(c), 0o777); return goja.Undefined() },
		"chmod": func(c goja.FunctionCall) goja.Value {
			_ = os.Chmod(path(c), os.FileMode(c.Argument(1).ToInteger()))
			return goja.Undefined()
		},
		"openFD": func(c goja.FunctionCall) goja.Value { return vm.ToValue(openFD(path(c))) },
		"closeFD": func(c goja.FunctionCall) goja.Value {
			closeFD(int(c.Argument(0).ToInteger()))
			return goja.Undefined()
		},
		"remove": func(c goja.FunctionCall) goja.Value {
			if p := path(c); strings.Contains(filepath.ToSlash(p), "/.tmp.") {
				_ = os.RemoveAll(p)
			}
			return goja.Undefined()
		},
	}
}

func (s *single) classOf(c goja.FunctionCall) goja.Value {
	o, ok := c.Argument(0).(*goja.Object)
	if !ok {
		return goja.Undefined()
	}
	switch o.Export().(type) {
	case goja.Proxy:
		return s.vm.ToValue("Proxy")
	case *goja.Promise:
		return s.vm.ToValue("Promise")
	case goja.ArrayBuffer:
		return s.vm.ToValue("ArrayBuffer")
	}
	name := o.ClassName()
	if name == "Object" {
		if tag := s.tag(o); tag != "" {
			name = tag
		}
	}
	return s.vm.ToValue(name)
}

func (s *single) tag(o *goja.Object) (tag string) {
	defer func() { _ = recover() }() // a getter may throw
	v := o.GetSymbol(goja.SymToStringTag)
	if v == nil {
		return ""
	}
	switch name := v.String(); name {
	case "Map Iterator", "Set Iterator", "DataView", "Generator":
		return name
	}
	return ""
}

func (s *single) proxyDetails(c goja.FunctionCall) goja.Value {
	p, ok := c.Argument(0).Export().(goja.Proxy)
	if !ok {
		return goja.Undefined()
	}
	if len(c.Arguments) > 1 && !c.Argument(1).ToBoolean() {
		if p.Target() == nil {
			return goja.Null()
		}
		return p.Target()
	}
	return s.vm.NewArray(p.Target(), p.Handler())
}
