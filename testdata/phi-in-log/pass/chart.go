package chart

import "log"

func Admit(patient Patient) {
	log.Printf("admitted %s", patient.ID)
}
