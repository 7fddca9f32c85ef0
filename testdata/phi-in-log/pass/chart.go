package chart

import "log"

type Patient struct {
	ID, SSN string
}

func Admit(patient Patient) {
	log.Printf("admitted %s", patient.ID)
}
