package js

import (
	"regexp"
	"strings"
	"sync"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
	"github.com/evanw/esbuild/pkg/api"
)

var (
	compiled   = map[string]*goja.Program{} // our own modules, the same for every runtime
	compiledMu sync.Mutex
)

// compile compiles one of our modules, once for the process.
func compile(name, src string) (*goja.Program, error) {
	compiledMu.Lock()
	defer compiledMu.Unlock()
	key := name + "\x00" + src
	if p := compiled[key]; p != nil {
		return p, nil
	}
	p, err := compileProgram(name, src)
	if err == nil {
		compiled[key] = p
	}
	return p, err
}

func compileProgram(name, src string) (*goja.Program, error) {
	ast, err := goja.Parse(name, src, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, err
	}
	return goja.CompileAST(ast, false)
}

// compileFile compiles a program's file as the body of a CommonJS module. What the engine does not know (import, async
// generators, for await, using) is first rewritten.
func compileFile(name, src string) (*goja.Program, error) {
	const head, tail = "(function(exports, require, module, __filename, __dirname) {", "\n})"
	if strings.HasPrefix(src, "#!") {
		src = "//" + src
	}
	if !isModule(name) {
		p, err := compileProgram(name, head+src+tail)
		if err == nil {
			return p, nil
		}
	}
	out, err := rewrite(name, src)
	if err != nil {
		return nil, err
	}
	return compileProgram(name, head+out+tail)
}

func isModule(name string) bool { return strings.HasSuffix(name, ".mjs") }

// rewrite is lower, also for what awaits at its top.
func rewrite(name, src string) (string, error) {
	out, err := lower(name, src)
	if err != nil && (isModule(name) || strings.Contains(err.Error(), "Top-level await")) {
		return lowerAwaiting(name, src)
	}
	return out, err
}

var (
	importNames = regexp.MustCompile(`(?m)^import\s+(?:(\w+)\s*,?\s*)?(?:\*\s+as\s+(\w+)|(\{[^}]*\}))?\s*from\s*("[^"]*"|'[^']*');?$`)
	importOnly  = regexp.MustCompile(`(?m)^import\s*("[^"]*"|'[^']*');?$`)
)

// lowerAwaiting is lower for a module that awaits at its top: its body becomes an async function. It can import, in
// the usual forms, but not export.
func lowerAwaiting(name, src string) (string, error) {
	src = importOnly.ReplaceAllString(src, "require($1);")
	src = importNames.ReplaceAllStringFunc(src, func(s string) string {
		m := importNames.FindStringSubmatch(s)
		from := "require(" + m[4] + ")"
		var out []string
		if m[1] != "" {
			out = append(out, "const "+m[1]+" = "+from+";")
		}
		if m[2] != "" {
			out = append(out, "const "+m[2]+" = "+from+";")
		}
		if m[3] != "" {
			out = append(out, "const "+strings.ReplaceAll(m[3], " as ", ": ")+" = "+from+";")
		}
		return strings.Join(out, " ")
	})
	return lower(strings.TrimSuffix(name, ".mjs")+".js", "(async () => {"+src+"\n})();")
}

func lower(name, src string) (string, error) {
	res := api.Transform(src, api.TransformOptions{
		Loader: api.LoaderJS, Format: api.FormatCommonJS, Platform: api.PlatformNode, Target: api.ESNext, Sourcefile: name,
		Define: map[string]string{"import.meta.url": "__filename", "import.meta.filename": "__filename", "import.meta.dirname": "__dirname"},
		Supported: map[string]bool{"async-generator": false, "for-await": false, "using": false, "dynamic-import": false,
			"import-attributes": true, "regexp-match-indices": true},
	})
	if len(res.Errors) > 0 {
		return "", refusal(name, res.Errors[0])
	}
	return string(res.Code), nil
}
