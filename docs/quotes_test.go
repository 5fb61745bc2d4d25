package docs_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A block of code on a page of the guide is a quotation: what follows the language names where it is from, a file of the
// repository, and the part of it that is quoted (none: all of it).
//
//	```go examples/echo/main.go#echo
//
// A part is a declaration (echo, Server.Shutdown, "class ChatServer"), the body of an Example function without its output, or
// what stands between the comments "// region NAME" and "// endregion".
//
// NODENET_DOCS=write go test ./docs puts what the files hold into the blocks.
var (
	quotation = regexp.MustCompile("(?ms)^```([a-z]+)([^\n]*)\n(.*?)^```$")
	regionEnd = regexp.MustCompile(`^\s*// endregion$`)
	regionTop = regexp.MustCompile(`^\s*// region \S+$`)
)

// free are the languages of blocks that quote nothing: commands, and pictures.
var free = []string{"sh", "mermaid"}

// quoting returns the pages whose every block must be a quotation, or free.
func quoting(t *testing.T) []string {
	t.Helper()
	chapters, err := filepath.Glob("guide/*.md")
	require.NoError(t, err)
	require.NotEmpty(t, chapters)
	return append(chapters, "porting.md", "semantics.md")
}

func TestQuotationsAreTheCode(t *testing.T) {
	for _, page := range quoting(t) {
		text := read(t, page)
		written := quotation.ReplaceAllStringFunc(text, func(block string) string {
			m := quotation.FindStringSubmatch(block)
			lang, source := m[1], strings.TrimSpace(m[2])
			if source == "" {
				assert.Contains(t, free, lang, "%s: this block names no source:\n%s", page, block)
				return block
			}
			code, err := quote(source)
			if !assert.NoError(t, err, page) {
				return block
			}
			if os.Getenv("NODENET_DOCS") != "write" {
				assert.Equal(t, code, m[3], "%s quotes %s; NODENET_DOCS=write go test ./docs mends it", page, source)
			}
			return "```" + lang + " " + source + "\n" + code + "```"
		})
		if written != text && os.Getenv("NODENET_DOCS") == "write" {
			require.NoError(t, os.WriteFile(page, []byte(written), 0o600))
		}
	}
}

// quote returns what a source names, as it stands on a page.
func quote(source string) (string, error) {
	path, part, _ := strings.Cut(source, "#")
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
	if err != nil {
		return "", err
	}
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"), "\n")
	if part != "" {
		if lines, err = cut(lines, part); err != nil {
			return "", fmt.Errorf("%s: %w", source, err)
		}
	}
	lines = slices.DeleteFunc(slices.Clone(lines), func(line string) bool {
		return regionTop.MatchString(line) || regionEnd.MatchString(line)
	})
	return dedent(lines), nil
}

var errNoPart = errors.New("the file has no such part")

func cut(lines []string, part string) ([]string, error) {
	region := regexp.MustCompile(`^\s*// region ` + regexp.QuoteMeta(part) + `$`)
	if i := slices.IndexFunc(lines, region.MatchString); i >= 0 {
		n := slices.IndexFunc(lines[i:], regionEnd.MatchString)
		if n < 0 {
			return nil, errors.New("the region has no end")
		}
		return lines[i+1 : i+n], nil
	}
	i := slices.IndexFunc(lines, declares(part).MatchString)
	if i < 0 {
		return nil, errNoPart
	}
	end := i + 1
	if strings.HasSuffix(lines[i], "{") || strings.HasSuffix(lines[i], "(") {
		indent := indentation(lines[i])
		n := slices.IndexFunc(lines[end:], func(line string) bool {
			return strings.HasPrefix(line, indent+"}") || strings.HasPrefix(line, indent+")")
		})
		if n < 0 {
			return nil, errors.New("the declaration has no end")
		}
		end += n + 1
	}
	if !strings.HasPrefix(part, "Example") {
		return lines[i:end], nil
	}
	body := lines[i+1 : end-1]
	if n := slices.IndexFunc(body, func(line string) bool { return strings.HasPrefix(line, "\t// Output:") }); n >= 0 {
		body = body[:n]
	}
	return body, nil
}

// declares returns what the first line of a declaration looks like, in Go or in JavaScript.
func declares(part string) *regexp.Regexp {
	receiver, name, method := strings.Cut(part, ".")
	if method {
		return regexp.MustCompile(`^func \(\w+ \*?` + receiver + `(\[\w+\])?\) ` + name + `\(`)
	}
	part = regexp.QuoteMeta(part)
	return regexp.MustCompile(`^(func ` + part + `[\[(]|(type|const|var) ` + part + `\b|\s*(async )?function ` + part + `\(|class ` + part + `\b|  (async )?` + part + `\(.*\) \{$)`)
}

func indentation(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " \t"))] }

// dedent takes off what all lines begin with, and empty lines around.
func dedent(lines []string) string {
	shared, first := "", true
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if indent := indentation(line); first || strings.HasPrefix(shared, indent) {
			shared, first = indent, false
		}
	}
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(strings.TrimPrefix(line, shared) + "\n")
	}
	return strings.Trim(b.String(), "\n") + "\n"
}

func TestCut(t *testing.T) {
	file := strings.Split("// region a\n\tone\n\n\t\ttwo\n// endregion\nfunc f() {\n\tx()\n}\nfunc (s *Server) Stop() {}\nclass C {\n  stop(now) {\n    y();\n  }\n}\n"+
		"func Example_x() {\n\tz()\n\n\t// Output:\n\t// z\n}", "\n")
	for part, want := range map[string]string{
		"a":           "one\n\n\ttwo\n",
		"f":           "func f() {\n\tx()\n}\n",
		"Server.Stop": "func (s *Server) Stop() {}\n",
		"C":           "class C {\n  stop(now) {\n    y();\n  }\n}\n",
		"stop":        "stop(now) {\n  y();\n}\n",
		"Example_x":   "z()\n",
	} {
		lines, err := cut(file, part)
		require.NoError(t, err, part)
		require.Equal(t, want, dedent(lines), part)
	}
	_, err := cut(file, "nowhere")
	require.ErrorIs(t, err, errNoPart)
}

// What "go run" is said of is there.
func TestCommandsNameProgramsThatExist(t *testing.T) {
	command := regexp.MustCompile(`go run (\./examples/[a-z0-9/]+)`)
	for _, page := range append(quoting(t), "../README.md", "../examples/README.md") {
		for _, m := range command.FindAllStringSubmatch(read(t, page), -1) {
			_, err := fs.Stat(os.DirFS(root), strings.TrimPrefix(m[1], "./")+"/main.go")
			assert.NoError(t, err, "%s runs %s", page, m[1])
		}
	}
}

func TestGuideListsItsChapters(t *testing.T) {
	index := read(t, "guide/README.md")
	for _, page := range quoting(t) {
		if name := filepath.Base(page); filepath.Dir(page) == "guide" && name != "README.md" {
			assert.Contains(t, index, "]("+name+")")
		}
	}
}
