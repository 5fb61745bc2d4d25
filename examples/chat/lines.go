package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	prompt  = "Enter your username: "
	maxName = 30 // characters
)

// clean makes text of a line that a stranger sent. Control characters would
// play tricks on the terminals of the others, and on ours.
func clean(line []byte) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == utf8.RuneError || unicode.IsControl(r) {
			return -1
		}
		return r
	}, string(line)))
}

// handleLine is what happens when a client has typed a line.
func (s *ChatServer) handleLine(client *Client, message string) {
	switch {
	case client.gone:
	case client.name == "":
		s.join(client, message)
	case message == "":
	case strings.HasPrefix(message, "/"):
		s.handleCommand(client, message)
	default:
		chatMessage := fmt.Sprintf("[%s]: %s\n", client.name, message)
		fmt.Print(chatMessage)
		s.broadcast(chatMessage, nil)
	}
}

// join gives the client a name, or asks again.
func (s *ChatServer) join(client *Client, name string) {
	if complaint := s.objection(name); complaint != "" {
		client.send(complaint + "\n" + prompt)
		return
	}
	client.name = name
	s.clients = append(s.clients, client)
	client.send("Welcome " + name + "!\n")
	s.broadcast(name+" joined the chat\n", client)
	fmt.Println(name, "joined")
}

// objection says why a name cannot be had, or nothing.
func (s *ChatServer) objection(name string) string {
	switch {
	case name == "":
		return "A name cannot be empty"
	case utf8.RuneCountInString(name) > maxName:
		return fmt.Sprintf("A name has at most %d characters", maxName)
	case strings.ContainsAny(name, "[]/,:"): // they would let one speak for another
		return "A name cannot contain any of [ ] / , :"
	}
	for _, other := range s.clients {
		if strings.EqualFold(other.name, name) {
			return "The name " + name + " is taken"
		}
	}
	return ""
}

func (s *ChatServer) handleCommand(client *Client, command string) {
	switch command {
	case "/users":
		var names []string
		for _, other := range s.clients {
			names = append(names, other.name)
		}
		client.send("Online users: " + strings.Join(names, ", ") + "\n")
	case "/help":
		client.send("Commands:\n")
		client.send("/users - View user list\n")
		client.send("/help - Show help\n")
		client.send("/quit - Exit chat\n")
	case "/quit":
		s.bye(client, "Goodbye!\n")
	default:
		client.send("Unknown command. Type /help for help\n")
	}
}
