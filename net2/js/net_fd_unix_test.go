//go:build unix

package js_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestASocketCanBeMadeOfTheEndOfAPipe(t *testing.T) {
	var in, out [2]int
	require.NoError(t, syscall.Pipe(in[:]))
	require.NoError(t, syscall.Pipe(out[:]))
	feed, answer := os.NewFile(uintptr(in[1]), "feed"), os.NewFile(uintptr(out[0]), "answer")
	defer answer.Close()
	_, err := feed.WriteString("hello")
	require.NoError(t, err)
	require.NoError(t, feed.Close())
	assert.Equal(t, []string{"open Pipe", "data hello", "end", "close false", "close false"}, prints(t, fmt.Sprintf(`
		const net = require('net');
		const reading = new net.Socket({ fd: %d, writable: false }), writing = new net.Socket({ fd: %d, readable: false });
		console.log(reading.readable && writing.writable ? 'open' : '', reading._handle.constructor.name);
		reading.on('data', (chunk) => console.log('data', `+"`${chunk}`"+`));
		reading.on('end', () => { console.log('end'); writing.end('bye'); });
		for (const s of [reading, writing]) s.on('close', (hadError) => console.log('close', hadError));`, in[0], out[1])))
	b, err := io.ReadAll(answer)
	require.NoError(t, err)
	assert.Equal(t, "bye", string(b))
}

func TestASocketCanBeMadeOfAConnectedDescriptor(t *testing.T) {
	pair, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	require.NoError(t, err)
	peer := os.NewFile(uintptr(pair[1]), "peer")
	defer peer.Close()
	_, err = peer.WriteString("hello")
	require.NoError(t, err)
	assert.Equal(t, []string{"Pipe true", "data hello", "close"}, prints(t, fmt.Sprintf(`
		const socket = new (require('net').Socket)(%d);
		console.log(socket._handle.constructor.name, socket._handle.fd > 0);
		socket.on('data', (chunk) => { console.log('data', `+"`${chunk}`"+`); socket.destroy(); });
		socket.on('close', () => console.log('close'));`, pair[0])))
}

func TestTheChannelToAChildMayBeItsFirstDescriptor(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("there is no node to be the child")
	}
	assert.Equal(t, []string{"message { answer: 'hello' }", "exit 0"}, prints(t, `
		const child = require('child_process').spawn('node', ['-e', 'process.once("message", (m) => process.send({ answer: m }))'], { stdio: ['ipc', 'inherit', 'inherit'] });
		child.on('message', (m) => console.log('message', m)).on('exit', (code) => console.log('exit', code));
		child.send('hello');`))
}
