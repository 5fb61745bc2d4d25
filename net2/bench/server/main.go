// Command server is the serve command alone: what compare measures, so that no
// server carries the weight of the charts.
package main

import (
	"fmt"
	"os"

	"github.com/nodenet/go/net2/bench/serve"
)

func main() {
	if err := serve.Main(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
