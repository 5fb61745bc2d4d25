package api_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// sections are the parts of node-api.json, and the package or type whose
// symbol of the same name, with a capital letter, carries each name of it.
var sections = []struct{ node, golang string }{
	{"net", "net2"},
	{"net.Server.prototype", "net2.Server"},
	{"net.Server instance", "net2.ServerOptions"},
	{"net.Socket.prototype", "net2.Socket"},
	{"net.Socket instance", "net2.Socket"},
	{"net.BlockList.prototype", "net2.BlockList"},
	{"net.SocketAddress.prototype", "net2.SocketAddress"},
	{"events", "events"},
	{"events.EventEmitter.prototype", "events.EventEmitter"},
	{"stream", "stream"},
	{"stream.Readable.prototype", "stream.Readable"},
	{"stream.Writable.prototype", "stream.Writable"},
	{"stream.Duplex.prototype", "stream.Duplex"},
	{"stream.Transform.prototype", "stream.Transform"},
	{"timers", "loop"},
	{"timers.Timeout.prototype", "loop.Timer"},
	{newer, "net2"},
}

const newer = "newer than Node v20"

// newerNames are not in node-api.json.
var newerNames = []string{
	"socket.setTypeOfService", "socket.getTypeOfService", "options.typeOfService", "options.blockList", "server.dropMaxConnection",
	"server.listen reusePort", "SocketAddress.parse", "server.closeAllConnections", "server.closeIdleConnections",
	"socket.autoSelectFamilyAttemptedAddresses",
}

// parity says what the sections do not: other symbols, or after a dash the
// reason why there is none.
var parity = map[string]string{
	"net.Stream":           "- an old name of Socket",
	"net.connect":          "net2.Connect net2.ConnectPath net2.ConnectWith",
	"net.createServer":     "net2.CreateServer net2.NewServer",
	"net.createConnection": "net2.CreateConnection net2.CreateConnectionPath net2.CreateConnectionWith",

	"net.Server.prototype.listen":        "net2.Server.Listen net2.Server.ListenHost net2.Server.ListenPath net2.Server.ListenWith net2.Server.ListenFile net2.Server.ListenOn",
	"net.Socket.prototype.connect":       "net2.Socket.Connect net2.Socket.ConnectPath net2.Socket.ConnectWith",
	"net.BlockList.prototype.addAddress": "net2.BlockList.AddAddress net2.BlockList.AddSocketAddress",
	"net.BlockList.prototype.addRange":   "net2.BlockList.AddRange net2.BlockList.AddSocketRange",
	"net.BlockList.prototype.addSubnet":  "net2.BlockList.AddSubnet net2.BlockList.AddSocketSubnet",
	"net.BlockList.prototype.check":      "net2.BlockList.Check net2.BlockList.CheckSocket",
	"net.SocketAddress.prototype.toJSON": "net2.SocketAddress.MarshalJSON",

	"events.EventEmitterAsyncResource":      "- Go has no async contexts",
	"events.captureRejectionSymbol":         "events.Options.OnRejection",
	"events.captureRejections":              "events.Options.CaptureRejections",
	"events.defaultMaxListeners":            "events.DefaultMaxListeners events.SetDefaultMaxListeners",
	"events.init":                           "- how JavaScript constructs",
	"events.kMaxEventTargetListeners":       "- there is no EventTarget",
	"events.kMaxEventTargetListenersWarned": "- there is no EventTarget",
	"events.usingDomains":                   "- there are no domains",

	"stream.promises":                          "- there are no promises; events.Once waits",
	"stream.Readable.prototype.asIndexedPairs": "stream.AsIndexedPairs",
	"stream.Readable.prototype.compose":        "stream.Compose",
	"stream.Readable.prototype.drop":           "stream.Drop",
	"stream.Readable.prototype.every":          "stream.Every",
	"stream.Readable.prototype.filter":         "stream.Filter",
	"stream.Readable.prototype.find":           "stream.Find",
	"stream.Readable.prototype.flatMap":        "stream.FlatMap",
	"stream.Readable.prototype.forEach":        "stream.ForEach",
	"stream.Readable.prototype.iterator":       "stream.Iterate",
	"stream.Readable.prototype.map":            "stream.Map",
	"stream.Readable.prototype.reduce":         "stream.Reduce",
	"stream.Readable.prototype.some":           "stream.Some",
	"stream.Readable.prototype.take":           "stream.Take",
	"stream.Readable.prototype.toArray":        "stream.ToArray",
	"stream.Readable.prototype.readableBuffer": "- the inside of a stream; ReadableLength tells its size",
	"stream.Readable.prototype.wrap":           "- for streams of Node 0.8; stream.FromReader takes what Go has",
	"stream.Writable.prototype.pipe":           "- it only ever fails; here it does not compile",
	"stream.Writable.prototype.writableBuffer": "- the inside of a stream; WritableLength tells its size",
	"stream.Duplex.prototype.writableBuffer":   "- the inside of a stream; WritableLength tells its size",

	"timers.active":   "- deprecated; loop.Timer.Refresh",
	"timers.enroll":   "- deprecated; loop.SetTimeout",
	"timers.unenroll": "- deprecated; loop.Timer.Close",
	"timers.promises": "- there are no promises; time.Sleep waits on a goroutine",

	newer + ".socket.setTypeOfService":                   "net2.Socket.SetTypeOfService",
	newer + ".socket.getTypeOfService":                   "net2.Socket.TypeOfService",
	newer + ".options.typeOfService":                     "net2.SocketOptions.TypeOfService",
	newer + ".options.blockList":                         "net2.ServerOptions.BlockList net2.SocketOptions.BlockList",
	newer + ".server.dropMaxConnection":                  "net2.Server.SetDropMaxConnection net2.Server.DropMaxConnection",
	newer + ".server.listen reusePort":                   "net2.ListenOptions.ReusePort",
	newer + ".SocketAddress.parse":                       "net2.ParseSocketAddress",
	newer + ".server.closeAllConnections":                "net2.Server.CloseAllConnections",
	newer + ".server.closeIdleConnections":               "net2.Server.CloseIdleConnections",
	newer + ".socket.autoSelectFamilyAttemptedAddresses": "net2.Socket.AutoSelectFamilyAttemptedAddresses",
}

// nodeNames reads the names of each section of node-api.json.
func nodeNames(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/node-api.json")
	require.NoError(t, err)
	var raw map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &raw))
	names := map[string][]string{newer: newerNames}
	for section, value := range raw {
		var members map[string]string
		var list []string
		switch {
		case json.Unmarshal(value, &members) == nil:
			for name := range members {
				list = append(list, name)
			}
			slices.Sort(list)
		case json.Unmarshal(value, &list) != nil:
			continue // the source
		}
		names[section] = list
	}
	return names
}

// carriers are the Go symbols of a name of Node, or the reason why it has none.
func carriers(section, name, golang string) (found []string, reason string) {
	entry, ok := parity[section+"."+name]
	if !ok {
		return []string{golang + "." + strings.ToUpper(name[:1]) + name[1:]}, ""
	}
	if reason, none := strings.CutPrefix(entry, "- "); none {
		return nil, reason
	}
	return strings.Fields(entry), ""
}

func TestParity(t *testing.T) {
	symbols, names := loadSymbols(t), nodeNames(t)
	require.False(t, symbols.has("net2.Socket.NoSuchThing"))
	require.True(t, symbols.has("net2.Socket.Pipe"), "promoted methods count")

	var text strings.Builder
	text.WriteString(parityIntro)
	used := map[string]bool{}
	for _, section := range sections {
		members := names[section.node]
		delete(names, section.node)
		if len(members) == 0 {
			continue
		}
		text.WriteString("\n## " + section.node + "\n\n| Node | Go |\n|---|---|\n")
		for _, name := range members {
			used[section.node+"."+name] = true
			found, reason := carriers(section.node, name, section.golang)
			for _, symbol := range found {
				require.True(t, symbols.has(symbol), "%s of %s: Go has no %s", name, section.node, symbol)
			}
			cell := reason
			if reason == "" {
				cell = "`" + strings.Join(found, "`, `") + "`"
			}
			text.WriteString("| `" + name + "` | " + cell + " |\n")
		}
	}
	for section := range names {
		require.True(t, strings.HasPrefix(section, "tls"), "section %s is not looked at", section)
	}
	for entry := range parity {
		require.True(t, used[entry], "the table has %s, Node has not", entry)
	}
	page(t, "parity.md", text.String())
}

const parityIntro = `# Parity

Every name that Node v20.20.2 has in ` + "`net`, `events`, `stream` and `timers`" + `, and the Go symbol that carries it, or the reason
why there is none. A test looks each symbol up in the compiled packages, and fails when this page is stale:
` + "`go test ./docs/api -update`" + ` writes it. Properties are methods of the same name;
[differences.md](../differences.md#overloads) tells why an overload has several symbols.
`
