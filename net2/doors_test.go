package net2_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// documented returns the doc comment of a type and the methods declared on it.
func documented(t *testing.T, name string) *doc.Type {
	t.Helper()
	set := token.NewFileSet()
	var files []*ast.File
	for _, pattern := range []string{"socket.go", "socket_methods.go", "socket_on.go", "server.go"} {
		file, err := parser.ParseFile(set, pattern, nil, parser.ParseComments)
		require.NoError(t, err)
		files = append(files, file)
	}
	pkg, err := doc.NewFromFiles(set, files, "github.com/nodenet/go/net2")
	require.NoError(t, err)
	for _, typ := range pkg.Types {
		if typ.Name == name {
			return typ
		}
	}
	require.Fail(t, "no type "+name)
	return nil
}

var eventRow = regexp.MustCompile(`(?m)^\t([a-zA-Z]+(?:, [a-zA-Z]+)*) +func\(`)

// eventsOf are the events that the table of a doc comment lists.
func eventsOf(comment string) (events []string) {
	for _, row := range eventRow.FindAllStringSubmatch(comment, -1) {
		events = append(events, strings.Split(row[1], ", ")...)
	}
	return events
}

func TestEveryEventIsListedAndHasADoor(t *testing.T) {
	tables := map[string]struct {
		value    any
		declared []string
	}{
		"Socket": {&net2.Socket{}, net2.SocketEvents()},
		"Server": {&net2.Server{}, net2.ServerEvents()},
	}
	for name, table := range tables {
		t.Run(name, func(t *testing.T) {
			// The stream's own, which Node does not document.
			table.declared = slices.DeleteFunc(table.declared, func(e string) bool { return e == "prefinish" })
			listed := eventsOf(documented(t, name).Doc)
			require.ElementsMatch(t, table.declared, listed, "the table of %s lists every event", name)
			for _, event := range listed {
				door := "On" + string(unicode.ToUpper(rune(event[0]))) + event[1:]
				method, ok := reflect.TypeOf(table.value).MethodByName(door)
				require.True(t, ok, "%s has no %s", name, door)
				require.Equal(t, reflect.TypeOf(table.value), method.Type.Out(0), "%s returns the %s", door, name)
			}
		})
	}
}

// What returns `this` in Node must return the Socket, not the Duplex inside.
func TestMethodsReturnTheSocket(t *testing.T) {
	socket := reflect.TypeOf(&net2.Socket{})
	for i := range socket.NumMethod() {
		m := socket.Method(i)
		for j := range m.Type.NumOut() {
			require.NotEqual(t, reflect.TypeOf(&stream.Duplex{}), m.Type.Out(j), "Socket.%s returns a Duplex", m.Name)
		}
	}
}

// Embedded methods do not show in go doc, so the doc comment names them.
func TestDocCommentsListWhatIsEmbedded(t *testing.T) {
	for _, value := range []any{&net2.Socket{}, &net2.Server{}} {
		typ := reflect.TypeOf(value)
		class := typ.Elem().Name()
		own, comment := methodsOf(t, class), documented(t, class).Doc
		for i := range typ.NumMethod() {
			name := typ.Method(i).Name
			if !own[name] && !plumbing[name] {
				assert.Regexp(t, `\b`+name+`\b`, comment, "the doc comment of %s names every method", class)
			}
		}
	}
}

// plumbing is for those who build on a type, not for its users.
var plumbing = map[string]bool{"Init": true, "InitChain": true, "Owner": true, "Watched": true}

// methodsOf are the methods that the files of the package declare on a type.
func methodsOf(t *testing.T, typ string) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil {
				continue
			}
			star, ok := f.Recv.List[0].Type.(*ast.StarExpr)
			if !ok {
				continue
			}
			if id, ok := star.X.(*ast.Ident); ok && id.Name == typ {
				names[f.Name.Name] = true
			}
		}
	}
	return names
}
