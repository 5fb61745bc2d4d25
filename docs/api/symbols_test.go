package api_test

import (
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/nodenet/go/"

// symbols looks Go names up in the compiled packages of the module.
type symbols map[string]*types.Package

func loadSymbols(t *testing.T) symbols {
	t.Helper()
	list := exec.Command("go", "list", "-deps", "-export", "-f", "{{.ImportPath}}={{.Export}}",
		module+"events", module+"net2/loop", module+"net2/stream", module+"net2")
	out, err := list.Output()
	require.NoError(t, err)
	compiled := map[string]string{}
	for line := range strings.Lines(string(out)) {
		name, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		compiled[name] = file
	}
	imports := importer.ForCompiler(token.NewFileSet(), "gc", func(name string) (io.ReadCloser, error) {
		return os.Open(compiled[name])
	})
	all := symbols{}
	for _, name := range []string{"events", "net2/loop", "net2/stream", "net2"} {
		pkg, err := imports.Import(module + name)
		require.NoError(t, err)
		all[path.Base(name)] = pkg
	}
	return all
}

// has says whether a name such as net2.Connect or net2.Socket.Pipe is there,
// exported, also when a type has it from one that it embeds.
func (s symbols) has(name string) bool {
	parts := strings.Split(name, ".")
	pkg := s[parts[0]]
	if pkg == nil || len(parts) < 2 || len(parts) > 3 {
		return false
	}
	object := pkg.Scope().Lookup(parts[1])
	if object == nil || !object.Exported() || len(parts) == 2 {
		return object != nil && object.Exported()
	}
	member, _, _ := types.LookupFieldOrMethod(types.NewPointer(object.Type()), true, pkg, parts[2])
	return member != nil && member.Exported()
}
