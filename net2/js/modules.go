package js

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/dop251/goja"
)

// fileModules is CommonJS: the modules that were loaded from files, by name.
type fileModules struct {
	cache    map[string]*goja.Object
	mainFile string
	main     *goja.Object
}

func workingDir() string {
	dir, err := os.Getwd()
	if err != nil {
		return "."
	}
	return dir
}

func (e *Env) bindFiles() {
	e.files.cache = map[string]*goja.Object{}
	e.bind("makeRequire", func(c goja.FunctionCall) goja.Value { return e.makeRequire(filepath.Dir(c.Argument(0).String())) })
	_ = e.vm.GlobalObject().DefineDataProperty("require", e.makeRequire(workingDir()), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE)
	e.bind("isCore", func(c goja.FunctionCall) goja.Value { return e.vm.ToValue(e.isCore(c.Argument(0).String())) })
}

// runMain is the main script.
func (e *Env) runMain(file string) {
	full, err := filepath.Abs(file)
	if err == nil {
		if found, ok := resolveFile(full); ok {
			full = found
		}
	}
	e.files.mainFile = full
	e.glueCall("process", "_main", e.vm.ToValue(full))
	e.loadFile(full)
}

// makeRequire is the require function of the modules in dir.
func (e *Env) makeRequire(dir string) *goja.Object {
	f := e.fn("require", 1, func(c goja.FunctionCall) goja.Value {
		name, ok := c.Argument(0).Export().(string)
		if !ok {
			e.throwType("id", "of type string", c.Argument(0))
		}
		return e.requireFrom(dir, name)
	})
	_ = f.Set("resolve", e.fn("resolve", 1, func(c goja.FunctionCall) goja.Value {
		return e.vm.ToValue(e.resolve(dir, c.Argument(0).String()))
	}))
	_ = f.Set("cache", e.vm.NewObject())
	if e.files.main != nil {
		_ = f.Set("main", e.files.main)
	}
	return f
}

func (e *Env) requireFrom(dir, name string) goja.Value {
	core := strings.TrimPrefix(name, "node:")
	if e.isCore(core) {
		return e.requireGlue(core)
	}
	return e.loadFile(e.resolve(dir, name))
}

// resolve finds the file that a name means, or throws MODULE_NOT_FOUND.
func (e *Env) resolve(dir, name string) string {
	if e.isCore(strings.TrimPrefix(name, "node:")) {
		return name
	}
	if filepath.IsAbs(name) || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../") || name == "." || name == ".." {
		full := name
		if !filepath.IsAbs(name) {
			full = filepath.Join(dir, name)
		}
		if found, ok := resolveFile(full); ok {
			return found
		}
	} else {
		for d := dir; ; d = filepath.Dir(d) {
			if found, ok := resolveFile(filepath.Join(d, "node_modules", name)); ok {
				return found
			}
			if d == filepath.Dir(d) {
				break
			}
		}
	}
	panic(e.glueCall("errors", "moduleNotFound", e.vm.ToValue(name)))
}

func resolveFile(path string) (string, bool) {
	for _, ext := range []string{"", ".js", ".json", ".mjs", ".cjs", "/index.js"} {
		if fi, err := os.Stat(path + ext); err == nil && fi.Mode().IsRegular() {
			return filepath.FromSlash(path + ext), true
		}
	}
	return "", false
}

// loadFile returns the exports of a file.
func (e *Env) loadFile(file string) goja.Value {
	if m := e.files.cache[file]; m != nil {
		return m.Get("exports")
	}
	b, err := os.ReadFile(file)
	if err != nil {
		panic(e.glueCall("errors", "moduleNotFound", e.vm.ToValue(file)))
	}
	m := e.vm.NewObject()
	_ = m.Set("id", file)
	_ = m.Set("filename", file)
	exports := e.vm.NewObject()
	_ = m.Set("exports", exports)
	e.files.cache[file] = m
	if e.files.main == nil && file == e.files.mainFile {
		e.files.main = m
		_ = m.Set("id", ".")
	}
	if strings.HasSuffix(file, ".json") {
		_ = m.Set("exports", e.glueCall("errors", "parseJSON", e.vm.ToValue(string(b)), e.vm.ToValue(file)))
		return m.Get("exports")
	}
	e.evaluate(file, string(b), m)
	return m.Get("exports")
}

func (e *Env) evaluate(file, src string, m *goja.Object) {
	program, err := compileFile(file, src)
	if err != nil {
		delete(e.files.cache, file)
		e.throwSyntax(err)
	}
	wrapper, err := e.vm.RunProgram(program)
	if err != nil {
		panic(err)
	}
	dir := filepath.Dir(file)
	exports := m.Get("exports")
	f, _ := goja.AssertFunction(wrapper)
	if _, err := f(exports, exports, e.makeRequire(dir), m, e.vm.ToValue(file), e.vm.ToValue(dir)); err != nil {
		delete(e.files.cache, file)
		panic(err)
	}
}

// evaluateCode is the script of node -e: it runs in the global scope.
func (e *Env) evaluateCode(code string, print bool) {
	e.glueCall("process", "_evaluating", e.vm.ToValue(code))
	program, err := compileProgram("[eval]", code)
	if err != nil {
		var rewritten string
		if rewritten, err = rewrite("[eval]", code); err == nil {
			program, err = compileProgram("[eval]", rewritten)
		}
	}
	if err != nil {
		e.throwSyntax(err)
	}
	v, err := e.vm.RunProgram(program)
	if err != nil {
		panic(err)
	}
	if print {
		e.glueCall("console", "log", v)
	}
}
