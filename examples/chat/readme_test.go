package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

// screens is what two people see on their terminals, side by side, line by line as it happens.
type screens struct {
	t       *testing.T
	address string
	text    strings.Builder
}

func (s *screens) row(left, right string) {
	gap := strings.Repeat(" ", max(0, 36-utf8.RuneCountInString(left)))
	s.text.WriteString(strings.TrimRight(left+gap+right, " ") + "\n")
}

// person is somebody at a terminal.
type person struct {
	*program.Program
	show func(line string)
}

// sit starts the client for somebody who shows on one of the screens.
func (s *screens) sit(name string, show func(line string)) person {
	p := person{program.Other(s.t, "../chatcli", "-port", program.Port(s.address)), show}
	show("$ go run ./examples/chatcli")
	show(strings.Replace(p.Next(), s.address, "127.0.0.1:8080", 1))
	p.Say(name)
	welcome, prompted := strings.CutPrefix(p.Next(), prompt) // a terminal would have broken the line where the name was typed
	require.True(s.t, prompted)
	show(prompt + name)
	show(welcome)
	return p
}

// types shows the line as the terminal echoes it.
func (p person) types(line string) { p.show(line); p.Say(line) }

// sees shows the next line.
func (p person) sees() { p.show(p.Next()) }

func TestSessionOfTheReadme(t *testing.T) {
	_, address := program.Serve(t)
	s := &screens{t: t, address: address}
	alice := s.sit("Alice", func(line string) { s.row(line, "") })
	bob := s.sit("Bob", func(line string) { s.row("", line) })
	alice.sees()
	both := func() { s.row(alice.Next(), bob.Next()) }
	alice.types("hello, Bob")
	both()
	bob.types("grüß dich")
	both()
	alice.types("/users")
	alice.sees()
	bob.types("/quit")
	both()
	for _, line := range bob.Finish(0) {
		bob.show(line)
	}

	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	page := strings.ReplaceAll(string(readme), "\r\n", "\n")
	found := regexp.MustCompile("(?s)\n```text examples/chat\n(.*?)```").FindStringSubmatch(page)
	require.NotNil(t, found, "README.md shows no session of the chat")
	require.Equal(t, found[1], s.text.String())
}
