# request frames and things people ask a help desk or an assistant about
THINGS="""order|parcel|package|delivery|shipment|refund|return label|invoice|bill|receipt|payment|credit card|debit card|bank account|savings account|checking account|loan|mortgage|interest rate|credit score|credit limit|insurance policy|claim|premium|deposit|transfer|direct debit|subscription|membership|plan|contract|discount|voucher|gift card|coupon|promo code|price|warranty|guarantee|mattress|sofa|chair|lamp|table|bed|pillow|blanket|laptop|phone|tablet|charger|battery|screen|keyboard|printer|router|wifi|password|username|account|login|email address|phone number|address|profile|notification|app|website|browser|software|update|driver|file|folder|photo|video|song|playlist|album|movie|show|book|podcast|radio station|alarm|timer|reminder|calendar|meeting|appointment|event|schedule|to do list|shopping list|note|flight|hotel|room|reservation|booking|ticket|seat|boarding pass|luggage|suitcase|visa|passport|itinerary|rental car|taxi|bus|train|subway|tram|station|airport|platform|gate|timetable|restaurant|menu|recipe|ingredient|calories|dinner|lunch|breakfast|pizza|coffee|weather|forecast|temperature|rain|traffic|route|directions|distance|gas|fuel|oil|tire|tyre pressure|engine|car|bike|insurance card|doctor|prescription|vaccine|medicine|symptom|time zone|exchange rate|currency|tax|taxes|salary|paycheck|pay day|vacation|holiday|sick leave|job|application|resume|interview|boss|colleague|language|word|spelling|definition|synonym|translation|joke|story|fact|quiz|game|score|team|match|player|light|lights|heating|thermostat|tv|speaker|volume|channel|store|shop|opening hours|branch|customer service|human agent|manager|complaint|feedback|review|size|colour|color|model|brand|stock|sample|showroom|trial|installment|emi|cash on delivery|pin|pin code|statement|balance|transaction|fraud|fee|charge|penalty|limit|cheque|checkbook|routing number|iban|atm|cash|dollar|euro|pound|wallet|stocks|shares|rewards points|miles|status|tracking number|courier|driver's license|license plate|oil change|ubuntu|linux|windows|mac|desktop|kernel|partition|hard drive|usb stick|sound card|graphics card|command line|terminal|package manager|calendar app|web app|spreadsheet|document|database|blog|forum|chat|message|text message|contact|call|voicemail|meeting room|person|friend|mother|father|wife|husband|kid|dog|cat|name|birthday|age|height|weight|meaning of life|day|date|week|month|year|weekend|morning|evening|tomorrow|monday|friday""".split('|')
PLACES="paris|london|new york|berlin|munich|chicago|tokyo|india|mumbai|delhi|bangalore|spain|france|italy|mexico|canada|australia|california|texas|the city centre|the airport|the main station|my house|work|home|here|downtown|school|the office|the bank|the store".split('|')
TIMES="today|tomorrow|tonight|next week|next month|on monday|on friday|at noon|at 5 pm|at 7 am|in ten minutes|in two hours|this weekend|by the end of the month|right now|last month|yesterday|every day|on the 3rd of may|in december".split('|')
ACTS="cancel|change|track|order|buy|return|replace|exchange|repair|fix|find|get|book|reserve|pay|pay off|transfer|send|receive|check|see|show|open|close|block|freeze|unlock|activate|deactivate|reset|update|upgrade|install|uninstall|remove|delete|add|create|make|set|set up|turn on|turn off|start|stop|play|pause|skip|read|write|spell|say|translate|explain|define|call|text|email|contact|speak to|report|dispute|apply for|sign up for|renew|extend|reschedule|confirm|move|share|download|upload|export|import|sync|back up|print|scan|connect|disconnect|pair|charge|clean|wash|cook|bake|eat|drink|wear|rent|sell|invest in|save|spend|earn|earn money with|use|redeem|compare|recommend|rate|learn|teach|remember|forget|delay|speed up|calculate|convert|count|measure|roll|flip|choose|pick up|drop off|drive to|fly to|go to|get to|travel to".split('|')
PROB="is broken|does not work|doesn't work|is not working|stopped working|is missing|is late|never arrived|never showed up|has not arrived yet|hasn't come|is wrong|is damaged|is stolen|was stolen|is lost|got lost|was declined|got declined|failed|is too expensive|is too slow|is too small|is too big|is empty|is full|is dirty|expired|is about to expire|is on hold|is blocked|is locked|was cancelled|was charged twice|disappeared|keeps crashing|is making a noise|is leaking|smells bad|is dead|is out of stock|is low|ran out|is delayed|is frozen".split('|')
WH="what is|what's|what are|where is|where's|where are|when is|when's|how is|how much is|how much are|why is|who is|which is|how long is|how far is|how old is|tell me|show me|give me|do you know|i want to know|i need to know|could you tell me|can you tell me|let me know|check|look up|find out|what about|i would like to know|please tell me|explain|any news on|any update on|details on|info on|information about|i have a question about|help me with|i need help with|what do you know about".split('|')
ASK="how do i|how can i|how to|can i|could i|may i|can you|could you|could you please|would you|will you|please|i want to|i'd like to|i would like to|i need to|i have to|i wish to|i am trying to|i can't|i cannot|i am unable to|is it possible to|what is the best way to|what do i need to|where can i|when can i|when should i|why can't i|who can|what happens if i|help me|help me to|let's|let me|should i|do i have to|do i need to|am i able to|are you able to|how long does it take to|how much does it cost to|is there a way to|what's the easiest way to|i forgot to|remind me to|don't|never|i don't want to|i already tried to|go ahead and|hey can you|what steps do i take to|i was hoping to|what's required to|tell me how to|show me how to|walk me through how to".split('|')
DET="the|my|a|my|the|your|this|that|an old|a new|my new|the best|the cheapest|the nearest|a good|our|his|her|some|any|all|the last|the next|the first".split('|')
IS="do you have|do you sell|do you offer|do you take|do you accept|do you like|are there|is there|i have|i got|i lost|i broke|i ordered|i bought|i received|i need|i want|i am looking for|i'm searching for|i like|i love|i hate|are you|am i|you are|have you seen|did i get|do i have|how many|what kind of|which|whose|what size|what type of|what color is".split('|')
SMALL="thanks|thank you so much|hello there|hi|good morning|goodbye|see you later|yes|yes please|no|no thanks|that is right|correct|wrong|maybe|i am not sure|i don't know|say that again|repeat that|speak slower|be quiet|never mind|forget it|go back|start over|are you a human|are you a robot|are you real|who made you|what is your name|how old are you|where do you live|where are you from|what can you do|what do you do for fun|do you have pets|tell me about yourself|can i call you|change your name|what should i call you|i am bored|make me laugh|i am sad|i am happy|you are great|you are useless|i am angry|let me talk to a person|help|sorry|excuse me|ok|okay great|sounds good|what did you say".split('|')
TAIL="please|for me|thanks|again|now|quickly|as soon as possible|if possible|without a receipt|without a password|from my phone|on my laptop|with my card|with paypal|in cash|online|by mail|by phone|for free|for two people|for my wife|for a friend|in my account|from last week|from my order".split('|')
def make(R,nouns,verbs,adjs):
    c=R.choice
    def noun():
        r=R.random()
        if r<.62: return c(THINGS)
        return nouns[int(len(nouns)*R.random()**2)]
    def np():
        n=noun(); r=R.random()
        if r<.12: n=adjs[int(len(adjs)*R.random()**2)]+' '+n
        elif r<.22: n=c(THINGS)+' '+noun()
        d=c(DET)+' ' if R.random()<.85 else ''
        s=d+n
        r=R.random()
        if r<.14: s+=' '+c(['of','for','in','on','with','from','to','about','at','near','without','after','before'])+' '+c(['','my ','the ','a '])+noun()
        elif r<.2: s+=' '+c(['in','to','from','near','at'])+' '+c(PLACES)
        return s
    def act():
        v=c(ACTS) if R.random()<.7 else verbs[int(len(verbs)*R.random()**2)]
        return v
    k=R.random()
    if k<.30: s=c(ASK)+' '+act()+' '+np()
    elif k<.50: s=c(WH)+' '+np()
    elif k<.62: s=c(IS)+' '+np()
    elif k<.74: s=c(['my','the','my','our','your'])+' '+noun()+' '+c(PROB)
    elif k<.80: s=act()+' '+np()
    elif k<.83: s=np()
    elif k<.88: s=c(WH)+' '+np()+' '+c(['and','and also','or','compared to','instead of'])+' '+np()
    elif k<.92: s=c(ASK)+' '+act()+' '+np()+' '+c(['and','and then','because','so i can','when i','if i'])+' '+act()+' '+np()
    elif k<.95: s=c(SMALL)+' '+c(SMALL) if R.random()<.4 else c(SMALL)+' '+np()
    else: s=c(['does','did','will','is','was','has','why does','why did','when will','when did','where did','how does'])+' '+np()+' '+act()+' '+np()
    if R.random()<.18: s+=' '+c(TIMES)
    if R.random()<.12: s+=' '+c(TAIL)
    if R.random()<.05: s=c(SMALL)+', '+s
    if R.random()<.15: s+=c('?.!')
    return s
