package examples_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// block returns the only block of README.md that is fenced as lang.
func block(t *testing.T, lang string) string {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	found := regexp.MustCompile("(?s)\n```"+lang+"\r?\n(.*?)\n```").FindAllStringSubmatch(string(text), -1)
	require.Len(t, found, 1, "blocks of %s", lang)
	return strings.ReplaceAll(found[0][1], "\r\n", "\n")
}

// write puts a program of the README into a file, on a port that the system picks.
func write(t *testing.T, lang, name string) string {
	t.Helper()
	code := block(t, lang)
	require.Equal(t, 1, strings.Count(code, "listen(8124,")+strings.Count(code, "Listen(8124,"))
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(code, "8124", "0", 1)+"\n"), 0o600))
	return file
}

// converse holds the same conversation with either server of the README.
func converse(t *testing.T, server *program.Program) {
	port := strings.TrimPrefix(server.Next(), "listening on ")
	client := program.Dial(t, "127.0.0.1:"+port)
	for _, words := range []string{"hello", "grüß dich"} {
		client.Say(words)
		client.Hear("you said " + words)
	}
	client.Half()
	client.HearEnd()
	require.Equal(t, "bye", server.Next())

	rude := program.Dial(t, "127.0.0.1:"+port)
	rude.Say("hello")
	rude.Hear("you said hello")
	rude.Crash()
	require.Equal(t, "read ECONNRESET", server.Next())
	server.Kill()
}

func TestGoServerOfTheReadme(t *testing.T) {
	source, binary := write(t, "go", "main.go"), filepath.Join(t.TempDir(), "server")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", binary, source).CombinedOutput()
	require.NoError(t, err, "%s", out)
	converse(t, program.Command(t, binary))

	formatted, err := exec.Command("gofmt", "-l", source).Output()
	require.NoError(t, err)
	assert.Empty(t, string(formatted), "not as gofmt has it")
}

func TestNodeTwinOfTheReadme(t *testing.T) {
	converse(t, program.Command(t, "node", write(t, "js", "server.js")))
}

func TestQuickstartOfTheReadme(t *testing.T) {
	want := strings.Split(block(t, "text"), "\n")
	got := program.Command(t, "go", "run", "./quickstart").Finish(0)
	for _, actor := range []string{"server: ", "client: ", "loop: "} {
		require.Equal(t, of(actor, want), of(actor, got))
	}
	require.Len(t, got, len(want))
}

func of(actor string, lines []string) []string {
	var own []string
	for _, line := range lines {
		if strings.HasPrefix(line, actor) {
			own = append(own, line)
		}
	}
	return own
}

// Every program has one row in the index.
func TestIndexIsComplete(t *testing.T) {
	index, err := os.ReadFile("README.md")
	require.NoError(t, err)
	programs, err := fs.Glob(os.DirFS("."), "*/main.go")
	require.NoError(t, err)
	deeper, err := fs.Glob(os.DirFS("."), "*/*/main.go")
	require.NoError(t, err)
	require.NotEmpty(t, programs)
	for _, file := range append(programs, deeper...) {
		dir := path.Dir(file)
		row := regexp.MustCompile(`(?m)^\| \[[^]]+\]\(` + file + `\) \|.+\| ` + "`go run ./examples/" + dir + "[ `]")
		assert.Len(t, row.FindAll(index, -1), 1, "rows of examples/README.md for %s with the command that runs it", dir)
	}
}
