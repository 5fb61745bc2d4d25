package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// response is what the client gets: with status OK a reply or a result, with
// status ERROR a message.
type response struct {
	Status  string `json:"status"`
	Reply   any    `json:"reply,omitempty"`
	Result  any    `json:"result,omitempty"`
	Message string `json:"message,omitempty"`
}

func failure(message string) response { return response{Status: "ERROR", Message: message} }

// answer does what a message asks for. Whatever comes, it does not panic: a
// message is what a stranger sends.
func answer(message []byte) response {
	var parsed any
	if err := json.Unmarshal(message, &parsed); err != nil {
		fmt.Fprintf(os.Stderr, "Invalid JSON received: %.100q\n", message)
		return failure("Invalid JSON")
	}
	fmt.Printf("Received JSON from client: %.100s\n", bytes.TrimSpace(message))

	fields, _ := parsed.(map[string]any) // nil, which has no fields, when it is no object
	switch fields["type"] {
	case "GREETING":
		name, ok := fields["name"].(string)
		if !ok {
			return failure("name must be a string")
		}
		return response{Status: "OK", Reply: "Hello, " + name + "!"}
	case "SUM":
		a, aOK := fields["a"].(float64)
		b, bOK := fields["b"].(float64)
		if !aOK || !bOK {
			return failure("a and b must be numbers")
		}
		if math.IsInf(a+b, 0) {
			return failure("The sum is too large")
		}
		return response{Status: "OK", Result: a + b}
	}
	return failure("Unknown type")
}

// line is the response as JSON.stringify writes it, and a line break.
func (r response) line() []byte {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line) // ends with the line break
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(r); err != nil {
		panic(err) // strings and finite numbers can always be written
	}
	return line.Bytes()
}
