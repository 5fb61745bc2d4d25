package api_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const root = "../../"

// failure is one code and message that the modules can raise, and the test
// that reaches it: a scenario, whose golden file has the message, or a Go
// test, whose text has the code.
type failure struct {
	code, name string // name when it is thrown, a panic in Go; "" when it is emitted or handed to a callback
	message    string // as Node has it; … is what differs
	from       string
	test       string
}

const (
	typeError  = "TypeError"
	rangeError = "RangeError"
	plainError = "Error"
)

// coded are the errors with a code of Node's own.
var coded = []failure{
	{"ABORT_ERR", "", "The operation was aborted", "a `Context` that is done: sockets, streams, `Pipeline`, `Finished`, `events.Once`", "streamlib/finished_options"},
	{"ERR_INVALID_ADDRESS", plainError, "Invalid socket address", "`NewSocketAddress`, `BlockList`", "address/socketaddress"},
	{"ERR_INVALID_ADDRESS_FAMILY", rangeError, "Invalid address family: … …:…", "a `Lookup` that answers with neither 4 nor 6", "connect/lookup_bad_family"},
	{"ERR_INVALID_ARG_TYPE", typeError, `The "listener" argument must be of type function. Received …`, "`On` and its like", "emitter/no_function"},
	{"ERR_INVALID_ARG_TYPE", typeError, `The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received …`, "`Write`, `Push`, `Unshift`", "stream/bad_chunks"},
	{"ERR_INVALID_ARG_TYPE", typeError, `The "listener" argument for the event "…" must be of type …. Received …`, "`On`, for a listener that can never take the event (only here)", "events.TestOnChecksDeclaredEvents"},
	{"ERR_INVALID_ARG_VALUE", typeError, "The property 'options.family' must be one of: 0, 4, 6. Received …", "`ConnectOptions.Family`", "connect/bad_options"},
	{"ERR_INVALID_ARG_VALUE", typeError, "The argument 'hints' is invalid. Received …", "`ConnectOptions.Hints`", "connect/bad_options"},
	{"ERR_INVALID_ARG_VALUE", typeError, "The property 'options.family' is invalid. Received …", "`NewSocketAddress`, `BlockList`", "address/blocklist_throws"},
	{"ERR_INVALID_ARG_VALUE", typeError, "The argument 'start' must come before end. Received …", "`BlockList.AddRange`", "address/blocklist_throws"},
	{"ERR_INVALID_ARG_VALUE", typeError, "The argument 'options' can not set readableAll or writableAllt to true when path is abstract unix socket", "`ListenWith`", "server/path_abstract"},
	{"ERR_INVALID_FD_TYPE", typeError, "Unsupported fd type: …", "`SocketOptions.File`", "net2.TestSocketOverAFileThatIsNone"},
	{"ERR_INVALID_HANDLE_TYPE", typeError, "This handle type cannot be sent", "`ResetAndDestroy` on a Unix domain socket", "connect/path_reset"},
	{"ERR_INVALID_IP_ADDRESS", typeError, "Invalid IP address: …", "`ConnectOptions.LocalAddress`", "connect/bad_local_address"},
	{"ERR_INVALID_IP_ADDRESS", "", "Invalid IP address: …", "a `Lookup` that answers with no address", "connect/lookup_no_address"},
	{"ERR_IP_BLOCKED", "", "IP(…) is blocked by net.BlockList", "`SocketOptions.BlockList` (newer than v20)", "net2.TestConnectToBlockedAddress"},
	{"ERR_METHOD_NOT_IMPLEMENTED", plainError, "The _read() method is not implemented", "a stream without the hook that is needed", "stream/read_hook"},
	{"ERR_MISSING_ARGS", typeError, `The "options" or "port" or "path" argument must be specified`, "`ConnectWith`", "connect/missing_target"},
	{"ERR_MISSING_ARGS", typeError, `The "streams" argument must be specified`, "`Pipeline`, `Compose`", "streamlib/pipeline_arguments"},
	{"ERR_MULTIPLE_CALLBACK", "", "Callback called multiple times", "a hook that calls back twice", "stream/write_fails"},
	{"ERR_OUT_OF_RANGE", rangeError, `The value of "…" is out of range. It must be …. Received …`, "`SetMaxListeners`, `HighWaterMark`, attempt timeouts, `AddSubnet`, flow labels, `SetTypeOfService`", "connect/bad_options"},
	{"ERR_OUT_OF_RANGE", rangeError, `The value of "msecs" is out of range. It must be a non-negative finite number. Received …`, "`SetTimeout`", "net2.TestNegativeTimeout"},
	{"ERR_SERVER_ALREADY_LISTEN", plainError, "Listen method has been called more than once without closing.", "`Listen` on a server that listens", "server/listen_twice"},
	{"ERR_SERVER_NOT_RUNNING", "", "Server is not running.", "the callback of `Close` on a server that does not listen", "server/close_twice_at_once"},
	{"ERR_SOCKET_BAD_PORT", rangeError, "Port should be >= 0 and < 65536. Received type number (…).", "`Connect`", "connect/bad_port"},
	{"ERR_SOCKET_BAD_PORT", rangeError, "options.port should be >= 0 and < 65536. Received type number (…).", "`Listen`, `NewSocketAddress`", "server/listen_bad_port"},
	{"ERR_SOCKET_CLOSED", "", "Socket is closed", "a write or `ResetAndDestroy` without a connection", "socket/write_unconnected"},
	{"ERR_SOCKET_CLOSED_BEFORE_CONNECTION", "", "Socket closed before the connection was established", "a write on a socket that never connected", "connect/refused_write"},
	{"ERR_STREAM_ALREADY_FINISHED", "", "Cannot call end after a stream was finished", "`End` with a callback", "socket/end_twice"},
	{"ERR_STREAM_DESTROYED", "", "Cannot call write after a stream was destroyed", "`Write`, `End`, `Pipeline`", "socket/write_callbacks_on_destroy"},
	{"ERR_STREAM_NULL_VALUES", typeError, "May not write null values to stream", "`Write(nil)`", "streamlib/transform_unimplemented"},
	{"ERR_STREAM_PREMATURE_CLOSE", "", "Premature close", "`Finished`, `Pipeline`", "streamlib/finished_ways"},
	{"ERR_STREAM_PUSH_AFTER_EOF", "", "stream.push() after EOF", "`Push`", "stream/push_after_eof"},
	{"ERR_STREAM_UNSHIFT_AFTER_END_EVENT", "", "stream.unshift() after end event", "`Unshift`", "stream/unshift_front"},
	{"ERR_STREAM_WRITE_AFTER_END", "", "write after end", "`Write`", "socket/write_after_end"},
	{"ERR_UNHANDLED_ERROR", plainError, "Unhandled error. (…)", "an `error` event that nobody listens for, with a value that is no error", "emitter/unhandled_value"},
	{"ERR_UNKNOWN_ENCODING", typeError, "Unknown encoding: …", "`SetEncoding`, `SetDefaultEncoding`, `WriteEncoded`", "socket/default_encoding"},
}

// system are the errors of the operating system that have a scenario. Any
// other of its codes comes in the same form.
var system = []failure{
	{"EACCES", "", "listen EACCES: permission denied …", "`ListenPath` where there is no directory, a port that is not for everybody", "server/path_missing_directory"},
	{"EADDRINUSE", "", "listen EADDRINUSE: address already in use …", "`Listen`", "server/address_in_use"},
	{"EADDRINUSE", "", "bind EADDRINUSE …", "`ConnectOptions.LocalPort`", "connect/local_port_in_use"},
	{"EADDRNOTAVAIL", "", "listen EADDRNOTAVAIL: address not available …", "`ListenHost`", "server/address_not_available"},
	{"EAI_AGAIN", "", "getaddrinfo EAI_AGAIN …", "a resolver that does not answer", "net2.TestLookupErrors"},
	{"EAI_FAIL", "", "getaddrinfo EAI_FAIL …", "a resolver that answers nonsense", "net2.TestLookupErrors"},
	{"ECONNREFUSED", "", "connect ECONNREFUSED …", "`Connect`", "connect/refused"},
	{"ECONNREFUSED", "", "", "`Connect` when every address of the host failed: the code of the first, all of them in `Errors`", "connect/attempts_all_fail"},
	{"ECONNRESET", "", "read ECONNRESET", "the peer, which reset the connection", "socket/peer_reset"},
	{"EINVAL", "", "connect EINVAL … - Local (…)", "an address that the kernel does not even try", "connect/refused_at_once"},
	{"EINVAL", "", "listen EINVAL: invalid argument", "`ListenFile` with a file that is no socket, a path that is too long", "server/listen_bad_fd"},
	{"ENOBUFS", "", "read ENOBUFS", "an `OnRead` buffer without room", "socket/onread_empty_buffer"},
	{"ENOENT", "", "connect ENOENT …", "`ConnectPath`", "connect/path_missing"},
	{"ENOTFOUND", "", "getaddrinfo ENOTFOUND …", "a host name that is not known", "net2.TestLookupErrors"},
	{"ENOTSUP", "", "listen ENOTSUP: operation not supported on socket …", "`ListenOptions.ReusePort` on macOS and Windows, the names of pipes on Windows", "net2.TestReusePort"},
	{"EPIPE", "", "This socket has been ended by the other party", "a write after the peer's end, without `AllowHalfOpen`", "socket/write_after_auto_end"},
	{"EPIPE", "", "write EPIPE", "a write to a peer that is gone", "net2.TestWriteFailureNamesTheCall"},
	{"ETIMEDOUT", "", "connect ETIMEDOUT …", "an address that did not answer, among several", "connect/attempts_timeout"},
}

func TestErrors(t *testing.T) {
	var text strings.Builder
	text.WriteString(errorsIntro)
	write := func(title string, list []failure) {
		text.WriteString("\n## " + title + "\n\n| Code | Message | From | Test |\n|---|---|---|---|\n")
		for _, f := range list {
			f.reached(t)
			code, message := "`"+f.code+"`", "`"+f.message+"`"
			if f.name != "" {
				code += " (" + f.name + ")"
			}
			if f.message == "" {
				message = "none"
			}
			text.WriteString("| " + code + " | " + strings.ReplaceAll(message, "|", `\|`) + " | " + f.from + " | " + f.link() + " |\n")
		}
	}
	write("Codes of Node", coded)
	write("Codes of the system", system)
	page(t, "errors.md", text.String())
}

// Every code that the source raises is in the table, and the other way round.
func TestErrorsAreComplete(t *testing.T) {
	want := map[string]bool{}
	for _, f := range coded {
		want[f.code] = true
	}
	literal := regexp.MustCompile(`"(ERR_[A-Z_]{3,}|ABORT_ERR)"`)
	have := map[string]bool{}
	for _, dir := range []string{"events", "net2/loop", "net2/stream", "net2"} {
		files, err := filepath.Glob(root + dir + "/*.go")
		require.NoError(t, err)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			source, err := os.ReadFile(file)
			require.NoError(t, err)
			for _, m := range literal.FindAllSubmatch(source, -1) {
				require.True(t, want[string(m[1])], "%s has %s, which the table has not", file, m[1])
				have[string(m[1])] = true
			}
		}
	}
	for code := range want {
		require.True(t, have[code], "no source has %s", code)
	}
}

// reached checks that the test is there and meets the error.
func (f failure) reached(t *testing.T) {
	t.Helper()
	if family, name, ok := strings.Cut(f.test, "/"); ok {
		golden, err := os.ReadFile(root + "net2/internal/scenarios/" + family + "/" + name + ".golden")
		require.NoError(t, err)
		pattern := regexp.QuoteMeta(f.message)
		if f.message == "" {
			pattern = `""`
		}
		pattern = f.code + " " + strings.ReplaceAll(pattern, "…", ".*")
		require.Regexp(t, pattern, string(golden), f.test)
		return
	}
	pkg, name, _ := strings.Cut(f.test, ".")
	require.Contains(t, testSource(t, pkg, name), f.code, f.test)
}

// link is the test's name, and for a scenario a link to it.
func (f failure) link() string {
	if strings.Contains(f.test, "/") {
		return "[" + f.test + "](../../net2/internal/scenarios/" + f.test + ".js)"
	}
	return "`" + f.test + "`"
}

// testSource is the text of a test function.
func testSource(t *testing.T, pkg, name string) string {
	t.Helper()
	dirs := map[string]string{"events": "events", "loop": "net2/loop", "stream": "net2/stream", "net2": "net2"}
	files, err := filepath.Glob(root + dirs[pkg] + "/*_test.go")
	require.NoError(t, err)
	slices.Sort(files)
	for _, path := range files {
		source, err := os.ReadFile(path)
		require.NoError(t, err)
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, source, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == name {
				return string(source[set.Position(f.Pos()).Offset:set.Position(f.End()).Offset])
			}
		}
	}
	require.Fail(t, "no test "+pkg+"."+name)
	return ""
}

const errorsIntro = `# Errors

Every coded error that the modules raise, with Node's message, where it comes from, and a test that reaches it; ` + "`…`" + ` is what
differs from case to case. A code with a name in brackets is thrown in Node and a panic here; the others are emitted as ` + "`error`" + `
or handed to a callback. A test holds this page to the source and to the tests, and fails when it is stale:
` + "`go test ./docs/api -update`" + ` writes it.

All are ` + "`*events.Error`" + ` (` + "`net2.Error`, `stream.Error`" + `): ask ` + "`events.Code(err)`, or `errors.Is` with a sentinel such as\n`net2.ErrServerNotRunning` or `stream.ErrPrematureClose`. Those of the system also match their number," + `
` + "`errors.Is(err, syscall.ECONNREFUSED)`" + `, and have ` + "`Syscall`, `Address` and `Port`" + `. Their numbers and most of their messages are
those of Linux; other systems may refuse the same thing with another code.
`
