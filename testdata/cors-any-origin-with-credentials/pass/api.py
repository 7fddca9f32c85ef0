from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask_cors import CORS

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://portal.clinic.example"], allow_credentials=True)
app.add_middleware(CORSMiddleware, allow_origins=["*"])
CORS(other)
