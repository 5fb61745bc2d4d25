// Package docs_test holds the pages to the code that they speak of.
package docs_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const root = ".."

// files returns every file of the repository whose name ends so.
func files(t *testing.T, suffix string) []string {
	t.Helper()
	var found []string
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path != root && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if err == nil && strings.HasSuffix(path, suffix) {
			found = append(found, path)
		}
		return err
	}))
	require.NotEmpty(t, found)
	return found
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

var (
	fence  = regexp.MustCompile("(?ms)^ *```.*?^ *```$")
	link   = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	remote = regexp.MustCompile(`^[a-z]+:`)
)

func TestLinksResolve(t *testing.T) {
	for _, page := range files(t, ".md") {
		for _, m := range link.FindAllStringSubmatch(fence.ReplaceAllString(read(t, page), ""), -1) {
			if remote.MatchString(m[1]) {
				continue
			}
			path, anchor, _ := strings.Cut(m[1], "#")
			target := page
			if path != "" {
				target = filepath.Join(filepath.Dir(page), filepath.FromSlash(path))
			}
			if _, err := os.Stat(target); !assert.NoError(t, err, "%s links to %s", page, m[1]) || anchor == "" {
				continue
			}
			assert.Contains(t, anchors(read(t, target)), anchor, "%s links to %s", page, m[1])
		}
	}
}

// Code, a test that skips for one, links to a heading by the path in the repository.
func TestCodeLinksToHeadings(t *testing.T) {
	mention := regexp.MustCompile(`docs/([a-z]+\.md)#([a-z0-9-]+)`)
	for _, suffix := range []string{".go", ".js"} {
		for _, file := range files(t, suffix) {
			for _, m := range mention.FindAllStringSubmatch(read(t, file), -1) {
				if _, err := os.Stat(m[1]); assert.NoError(t, err, "%s speaks of %s", file, m[0]) {
					assert.Contains(t, anchors(read(t, m[1])), m[2], "%s speaks of %s", file, m[0])
				}
			}
		}
	}
}

// anchors returns the headings of a page as the ends of links.
func anchors(page string) []string {
	var found []string
	for line := range strings.Lines(fence.ReplaceAllString(page, "")) {
		if title := strings.TrimLeft(line, "#"); title != line && strings.HasPrefix(title, " ") {
			found = append(found, strings.Map(anchorRune, strings.TrimSpace(title)))
		}
	}
	return found
}

func anchorRune(r rune) rune {
	switch {
	case r == ' ':
		return '-'
	case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
		return unicode.ToLower(r)
	}
	return -1
}

func TestNamedTestsExist(t *testing.T) {
	var code strings.Builder
	for _, file := range files(t, "_test.go") {
		code.WriteString(read(t, file))
	}
	name := regexp.MustCompile("`((?:Test|Fuzz|Example)[A-Z][A-Za-z0-9_]*)`")
	for _, page := range files(t, ".md") {
		for _, m := range name.FindAllStringSubmatch(read(t, page), -1) {
			assert.Contains(t, code.String(), "\nfunc "+m[1]+"(", "%s names a test that is not there", page)
		}
	}
}

// The diagram of a turn has the steps of Run, in its order.
func TestDiagramOfATurnIsTheLoop(t *testing.T) {
	step := regexp.MustCompile(`(run[A-Z][A-Za-z]*|receive)[)("]`) // called in Go, at the end of a label in the diagram
	_, body, found := strings.Cut(read(t, "../net2/loop/loop.go"), "\nfunc (l *Loop) Run() {")
	require.True(t, found)
	body, _, found = strings.Cut(body, "\n}\n")
	require.True(t, found)
	_, diagram, found := strings.Cut(read(t, "design.md"), "\n## A turn of the loop\n")
	require.True(t, found)
	steps := func(text string) (names []string) {
		for _, m := range step.FindAllStringSubmatch(text, -1) {
			names = append(names, m[1])
		}
		return names
	}
	require.NotEmpty(t, steps(body))
	require.Equal(t, steps(body), steps(fence.FindString(diagram)))
}
